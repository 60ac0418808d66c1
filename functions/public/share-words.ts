import type { Language } from '../dataset/index.ts';
import { messageOf, PeriodWords, type Slots, type SlotsOf } from '../document/index.ts';
import type { MessageKey } from '../figures/index.ts';
import type { ShareWording } from '../shares/index.ts';

/** Writes what a share shows besides the edition, in one language. */
export class ShareWords extends PeriodWords {
  readonly language: Language;
  /** The name of the series of briefings. */
  readonly series: string;
  private readonly wording: ShareWording;

  constructor(language: Language, wording: ShareWording) {
    super();
    this.language = language;
    this.series = wording.series[language];
    this.wording = wording;
  }

  /** A message with its slots filled. A number in a slot is written in digits and chooses the plural. */
  message<Key extends MessageKey>(key: Key, ...[slots = {}]: SlotsOf<Key>): string {
    const numbers = Object.entries(slots as Slots).filter(([, value]) => typeof value === 'number');
    const chosen = Object.fromEntries(numbers.map(([name, value]) => [`${name}_number`, value]));
    // A date in Russian and Belarusian brings the full stop of «г.» with it.
    return messageOf(this.wording.messages[this.language], key)({ ...slots, ...chosen }).replaceAll('г..', 'г.');
  }

  /** A size in kilobytes, at least one. */
  size(bytes: number): string {
    return this.message('share.file.kilobytes', { n: Math.max(1, Math.round(bytes / 1000)) });
  }
}
