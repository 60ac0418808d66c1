export { type Announcement, announceEdition, type EditionPlace } from './announce.ts';
export type * from './breakdown-charts.ts';
export { chartTable, figuresTable } from './chart-table.ts';
export type * from './charts.ts';
export { checkTemplate } from './check-template.ts';
export {
  type BrandNames,
  composeDocument,
  composeSheet,
  type FullEdition,
  type Template,
  type Wording,
} from './compose.ts';
export { type DataCell, type DataColumn, type DataTable, headWithUnit } from './data-table.ts';
export type * from './dated-charts.ts';
export { figureName, figureUnit } from './figure-name.ts';
export { helpers } from './helpers.ts';
export { escapeMarkup, ordinary } from './html.ts';
export type * from './inline.ts';
export { type Message, type Messages, messageOf } from './messages.ts';
export type * from './nodes.ts';
export { numberFigures } from './number-figures.ts';
export { formatNumber } from './numbers.ts';
export * from './overview-charts.ts';
export { chartWithoutPages, withoutPages } from './page-reference.ts';
export { parseMarkup } from './parse-markup.ts';
export { PeriodWords, type Slots, type SlotsOf } from './period-words.ts';
export type * from './record-charts.ts';
export { type Sentence, sentencesOf } from './sentences.ts';
export type * from './sheet-charts.ts';
export { somewhere, type TemplateCode, TemplateError, templateSentences } from './template-error.ts';
export type * from './time-charts.ts';
export { lineName } from './views/monthly/line-name.ts';
export { monthsOf } from './views/news.ts';
export { formulaText, minMargin } from './views/notes.ts';
export { placeOfLinks } from './vocabulary.ts';
export { capitalise, isRounded, Words } from './words.ts';
export { type Mail, type MailFacts, type MailLine, writeMail } from './write-mail.ts';
