/**
 * What is wrong with a file, in the three languages: what is false, the number or rule that was expected, and what to
 * do, `code` in backticks. `s` are the words of the message that change, `v` is the value, `r` the row.
 */
const mend = {
  en: (r) => `Correct row ${r} and save.`,
  ru: (r) => `Исправьте строку ${r} и сохраните.`,
  be: (r) => `Выпраўце радок ${r} і захавайце.`,
};
const retype = {
  en: (name) =>
    name ? `Write \`${name}\` if the name was mistyped.` : 'Use a name that stands elsewhere in this template.',
  ru: (name) => (name ? `Впишите \`${name}\`, если это опечатка.` : 'Возьмите имя, которое уже стоит в этом шаблоне.'),
  be: (name) =>
    name ? `Упішыце \`${name}\`, калі гэта памылка друку.` : 'Вазьміце імя, якое ўжо стаіць у гэтым шаблоне.',
};
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** What helpers of templates need. */
const needs = {
  'a finding': { ru: 'вывод', be: 'выснова' },
  'a figure': { ru: 'показатель', be: 'паказчык' },
  'a list of figures': { ru: 'список показателей', be: 'спіс паказчыкаў' },
  'the key of a message': { ru: 'ключ сообщения', be: 'ключ паведамлення' },
  'the id of a section': { ru: 'имя раздела', be: 'імя раздзела' },
};
const needed = (what, language) => needs[what]?.[language] ?? (language === 'ru' ? 'текст или число' : 'тэкст ці лік');
const kinds = {
  empty: {
    en: ({ r }) => ['A cell is empty', 'A value in this cell', `Fill in the cell in row ${r}.`],
    ru: ({ r }) => ['Ячейка пуста', 'Значение в этой ячейке', `Заполните ячейку в строке ${r}.`],
    be: ({ r }) => ['Ячэйка пустая', 'Значэнне ў гэтай ячэйцы', `Запоўніце ячэйку ў радку ${r}.`],
  },
  formula: {
    en: () => [
      'A cell begins like a formula',
      'Text that does not begin with `=`, `@`, `+` or `-`',
      'Write the text itself.',
    ],
    ru: () => [
      'Ячейка начинается как формула',
      'Текст, который не начинается с `=`, `@`, `+` или `-`',
      'Впишите сам текст.',
    ],
    be: () => ['Ячэйка пачынаецца як формула', 'Тэкст, які не пачынаецца з `=`, `@`, `+` ці `-`', 'Упішыце сам тэкст.'],
  },
  spaces: {
    en: () => ['There are spaces around the value', 'The value without spaces around it', 'Remove the spaces.'],
    ru: () => ['Вокруг значения стоят пробелы', 'Значение без пробелов вокруг него', 'Уберите пробелы.'],
    be: () => ['Вакол значэння стаяць прабелы', 'Значэнне без прабелаў вакол яго', 'Прыбярыце прабелы.'],
  },
  'one-of': {
    en: ({ s, v }) => [`“${v}” is not on the list`, `One of ${s[0]}`, 'Choose a word of the list.'],
    ru: ({ s, v }) => [`«${v}» нет в списке`, `Одно из: ${s[0]}`, 'Возьмите слово из списка.'],
    be: ({ s, v }) => [`«${v}» няма ў спісе`, `Адно з: ${s[0]}`, 'Вазьміце слова са спіса.'],
  },
  'decimal-comma': {
    en: ({ s, v, r }) => [
      `${v} has a decimal comma`,
      `\`${s[0]}\`, with a decimal point`,
      `Write \`${s[0]}\` in row ${r}.`,
    ],
    ru: ({ s, v, r }) => [
      `В числе ${v} десятичная запятая`,
      `\`${s[0]}\`, с десятичной точкой`,
      `Впишите \`${s[0]}\` в строке ${r}.`,
    ],
    be: ({ s, v, r }) => [
      `У ліку ${v} дзесятковая коска`,
      `\`${s[0]}\`, з дзесятковай кропкай`,
      `Упішыце \`${s[0]}\` у радку ${r}.`,
    ],
  },
  'not-number': {
    en: ({ v, r }) => [
      `“${v}” is not a number`,
      'Digits with a decimal point, such as `1792.2`',
      `Write the number as it was published in row ${r}, without spaces between the digits.`,
    ],
    ru: ({ v, r }) => [
      `«${v}» – не число`,
      'Цифры с десятичной точкой, например `1792.2`',
      `Впишите в строке ${r} число, как оно опубликовано, без пробелов между цифрами.`,
    ],
    be: ({ v, r }) => [
      `«${v}» – не лік`,
      'Лічбы з дзесятковай кропкай, напрыклад `1792.2`',
      `Упішыце ў радку ${r} лік, як ён апублікаваны, без прабелаў паміж лічбамі.`,
    ],
  },
  'not-whole': {
    en: ({ v }) => [
      `${v} is not a whole number`,
      'A whole number',
      'Write the number without decimals, as it was published.',
    ],
    ru: ({ v }) => [`${v} – не целое число`, 'Целое число', 'Впишите число без дробной части, как оно опубликовано.'],
    be: ({ v }) => [`${v} – не цэлы лік`, 'Цэлы лік', 'Упішыце лік без дробавай часткі, як ён апублікаваны.'],
  },
  'too-small': {
    en: ({ s, v, r }) => [`${v} is too small`, `At least ${s[0]}`, `Compare row ${r} with its source.`],
    ru: ({ s, v, r }) => [`${v} – слишком мало`, `Не меньше ${s[0]}`, `Сверьте строку ${r} с источником.`],
    be: ({ s, v, r }) => [`${v} – занадта мала`, `Не менш за ${s[0]}`, `Звярыце радок ${r} з крыніцай.`],
  },
  'too-large': {
    en: ({ s, v, r }) => [
      `${v} is too large`,
      `At most ${s[0]}`,
      `Compare row ${r} with its source; a decimal point may have been lost.`,
    ],
    ru: ({ s, v, r }) => [
      `${v} – слишком много`,
      `Не больше ${s[0]}`,
      `Сверьте строку ${r} с источником: возможно, потеряна десятичная точка.`,
    ],
    be: ({ s, v, r }) => [
      `${v} – занадта шмат`,
      `Не больш за ${s[0]}`,
      `Звярыце радок ${r} з крыніцай: магчыма, згублена дзесятковая кропка.`,
    ],
  },
  'same-key': {
    en: ({ s, r }) => [
      `Rows ${s[0]} and ${r} are of the same value`,
      `One row for one ${s[1]}`,
      'Keep one of the two rows.',
    ],
    ru: ({ s, r }) => [
      `Строки ${s[0]} и ${r} – об одном значении`,
      `Одна строка на одно сочетание: ${s[1]}`,
      'Оставьте одну из двух строк.',
    ],
    be: ({ s, r }) => [
      `Радкі ${s[0]} і ${r} – пра адно значэнне`,
      `Адзін радок на адно спалучэнне: ${s[1]}`,
      'Пакіньце адзін з двух радкоў.',
    ],
  },
  'not-listed': {
    en: ({ s, v }) => [
      `“${v}” is not in ${s[0]}`,
      `An \`${s[1]}\` of \`${s[0]}\``,
      `Add a row with it to \`${s[0]}\`, or correct the name.`,
    ],
    ru: ({ s, v }) => [
      `«${v}» нет в ${s[0]}`,
      `Одно из значений столбца \`${s[1]}\` в \`${s[0]}\``,
      `Добавьте строку в \`${s[0]}\` или исправьте имя.`,
    ],
    be: ({ s, v }) => [
      `«${v}» няма ў ${s[0]}`,
      `Адно са значэнняў слупка \`${s[1]}\` у \`${s[0]}\``,
      `Дадайце радок у \`${s[0]}\` ці выпраўце назву.`,
    ],
  },
  period: {
    en: ({ v, r }) => [
      `“${v}” is not a period`,
      'A period whose end is not before its start, such as `2021-01/2021-05`',
      mend.en(r),
    ],
    ru: ({ v, r }) => [
      `«${v}» – не период`,
      'Период, конец которого не раньше начала, например `2021-01/2021-05`',
      mend.ru(r),
    ],
    be: ({ v, r }) => [
      `«${v}» – не перыяд`,
      'Перыяд, канец якога не раней за пачатак, напрыклад `2021-01/2021-05`',
      mend.be(r),
    ],
  },
  needs: {
    en: ({ s, v, r }) => [`“${v}” does not go with ${s[0]}`, `One of ${s[1]}`, mend.en(r)],
    ru: ({ s, v, r }) => [`«${v}» не подходит к ${s[0]}`, `Одно из: ${s[1]}`, mend.ru(r)],
    be: ({ s, v, r }) => [`«${v}» не падыходзіць да ${s[0]}`, `Адно з: ${s[1]}`, mend.be(r)],
  },
  decimals: {
    en: ({ s, v, r }) => [`${v} has too many decimals`, `${s[0]}, as the column \`decimals\` says`, mend.en(r)],
    ru: ({ s, v, r }) => [
      `У числа ${v} лишние знаки`,
      `Знаков после точки: ${s[0]}, как в столбце \`decimals\``,
      mend.ru(r),
    ],
    be: ({ s, v, r }) => [
      `У ліку ${v} лішнія знакі`,
      `Знакаў пасля кропкі: ${s[0]}, як у слупку \`decimals\``,
      mend.be(r),
    ],
  },
  multiplied: {
    en: ({ s, r }) => [`${s[0]} is not multiplied`, '`0`', `Write \`0\` in row ${r}.`],
    ru: ({ s, r }) => [`${s[0]} не умножается`, '`0`', `Впишите \`0\` в строке ${r}.`],
    be: ({ s, r }) => [`${s[0]} не памнажаецца`, '`0`', `Упішыце \`0\` у радку ${r}.`],
  },
  'period-after': {
    en: ({ s, r }) => [
      'The period ends after its publication',
      `A period that had ended by ${s[1]}, when \`${s[0]}\` was published`,
      mend.en(r),
    ],
    ru: ({ s, r }) => [
      'Период заканчивается позже публикации',
      `Период, который закончился к ${s[1]}, когда вышла публикация \`${s[0]}\``,
      mend.ru(r),
    ],
    be: ({ s, r }) => [
      'Перыяд заканчваецца пазней за публікацыю',
      `Перыяд, які скончыўся да ${s[1]}, калі выйшла публікацыя \`${s[0]}\``,
      mend.be(r),
    ],
  },
  'same-months': {
    en: ({ s, r }) => [
      `Rows ${s[0]} and ${r} are of the same months`,
      `One row for the months of ${s[1]}`,
      'Keep one of the two rows.',
    ],
    ru: ({ s, r }) => [
      `Строки ${s[0]} и ${r} – о тех же месяцах`,
      `Одна строка на месяцы ${s[1]}`,
      'Оставьте одну из двух строк.',
    ],
    be: ({ s, r }) => [
      `Радкі ${s[0]} і ${r} – пра тыя ж месяцы`,
      `Адзін радок на месяцы ${s[1]}`,
      'Пакіньце адзін з двух радкоў.',
    ],
  },
  'after-today': {
    en: ({ s, v, r }) => [`${v} is in the future`, `Not after today, ${s[0]}`, mend.en(r)],
    ru: ({ s, v, r }) => [`${v} ещё не наступило`, `Не позже сегодняшнего дня, ${s[0]}`, mend.ru(r)],
    be: ({ s, v, r }) => [`${v} яшчэ не надышло`, `Не пазней за сённяшні дзень, ${s[0]}`, mend.be(r)],
  },
  'three-languages': {
    en: ({ r }) => [
      'A language is missing',
      'All three languages, or none where the column `area` names it',
      `Fill in the empty cells in row ${r}.`,
    ],
    ru: ({ r }) => [
      'Не хватает языка',
      'Все три языка или ни одного, если название даёт столбец `area`',
      `Заполните пустые ячейки в строке ${r}.`,
    ],
    be: ({ r }) => [
      'Не хапае мовы',
      'Усе тры мовы ці ніводнай, калі назву дае слупок `area`',
      `Запоўніце пустыя ячэйкі ў радку ${r}.`,
    ],
  },
  'missing-file': {
    en: () => ['A file is missing', 'The file in the package', 'Put the file back.'],
    ru: () => ['Файла нет', 'Файл в пакете данных', 'Верните файл на место.'],
    be: () => ['Файла няма', 'Файл у пакеце даных', 'Вярніце файл на месца.'],
  },
  'not-utf8': {
    en: () => ['The file is not in UTF-8', 'UTF-8 without a byte order mark', 'Save the file as CSV in UTF-8.'],
    ru: () => ['Файл не в UTF-8', 'UTF-8 без метки порядка байтов', 'Сохраните файл как CSV в UTF-8.'],
    be: () => ['Файл не ў UTF-8', 'UTF-8 без меткі парадку байтаў', 'Захавайце файл як CSV у UTF-8.'],
  },
  'line-ends': {
    en: () => ['Rows end with CR LF', 'A line feed (LF) after each row', 'Save the file with the line ends of Unix.'],
    ru: () => [
      'Строки кончаются на CR LF',
      'Перевод строки (LF) после каждой строки',
      'Сохраните файл с концами строк Unix.',
    ],
    be: () => [
      'Радкі канчаюцца на CR LF',
      'Перавод радка (LF) пасля кожнага радка',
      'Захавайце файл з канцамі радкоў Unix.',
    ],
  },
  quotes: {
    en: () => [
      'A quotation mark is not closed',
      'Quotation marks in pairs',
      'Close every quotation mark; double those inside a cell.',
    ],
    ru: () => ['Кавычка не закрыта', 'Парные кавычки', 'Закройте все кавычки; внутри ячейки их удваивают.'],
    be: () => ['Двукоссе не закрыта', 'Парныя двукоссі', 'Закрыйце ўсе двукоссі; унутры ячэйкі іх падвойваюць.'],
  },
  cells: {
    en: ({ s, r }) => [`Row ${r} has ${s[1]} cells`, `${s[0]} cells`, 'Quote cells that contain a comma.'],
    ru: ({ s, r }) => [
      `В строке ${r} ячеек: ${s[1]}`,
      `Ячеек: ${s[0]}`,
      'Возьмите в кавычки ячейки, в которых есть запятая.',
    ],
    be: ({ s, r }) => [
      `У радку ${r} ячэек: ${s[1]}`,
      `Ячэек: ${s[0]}`,
      'Вазьміце ў двукоссе ячэйкі, у якіх ёсць коска.',
    ],
  },
  'column-missing': {
    en: ({ c }) => [`The column ${c} is missing`, `The column \`${c}\` in its place`, 'Put the column back.'],
    ru: ({ c }) => [`Столбца ${c} нет`, `Столбец \`${c}\` на своём месте`, 'Верните столбец.'],
    be: ({ c }) => [`Слупка ${c} няма`, `Слупок \`${c}\` на сваім месцы`, 'Вярніце слупок.'],
  },
  'column-unknown': {
    en: ({ v }) => [
      `No column is called “${v}”`,
      'The columns of the description alone',
      'Correct the heading in row 1.',
    ],
    ru: ({ v }) => [`Столбца «${v}» не бывает`, 'Только столбцы из описания', 'Исправьте заголовок в строке 1.'],
    be: ({ v }) => [`Слупка «${v}» не бывае`, 'Толькі слупкі з апісання', 'Выпраўце загаловак у радку 1.'],
  },
  turnover: {
    en: ({ s: [n, margin, flow, lost, r] }) => [
      'Exports and imports do not add up to turnover',
      `${n} ± ${margin}, ${{ export: 'turnover less imports', import: 'turnover less exports' }[flow] ?? 'exports and imports together'}`,
      `${lost ? `Write \`${n}\` in row ${r} if a decimal point was lost.` : `Write the value of the source in row ${r} if it was mistyped.`} If the source revised the figure, enter its other two values too.`,
    ],
    ru: ({ s: [n, margin, flow, lost, r] }) => [
      'Экспорт и импорт не дают в сумме оборота',
      `${n} ± ${margin}, ${{ export: 'оборот за вычетом импорта', import: 'оборот за вычетом экспорта' }[flow] ?? 'экспорт вместе с импортом'}`,
      `${lost ? `Впишите \`${n}\` в строке ${r}, если потеряна десятичная точка.` : `Впишите в строке ${r} значение источника, если это опечатка.`} Если источник пересмотрел показатель, внесите и два других значения.`,
    ],
    be: ({ s: [n, margin, flow, lost, r] }) => [
      'Экспарт і імпарт не даюць у суме абароту',
      `${n} ± ${margin}, ${{ export: 'абарот без імпарту', import: 'абарот без экспарту' }[flow] ?? 'экспарт разам з імпартам'}`,
      `${lost ? `Упішыце \`${n}\` у радку ${r}, калі згублена дзесятковая кропка.` : `Упішыце ў радку ${r} значэнне крыніцы, калі гэта памылка друку.`} Калі крыніца перагледзела паказчык, унясіце і два іншыя значэнні.`,
    ],
  },
  bases: {
    en: ({ s }) => ['The growth indices do not fit together', s[0], 'Compare the three indices with their source.'],
    ru: () => [
      'Темпы роста не согласуются между собой',
      'Экспорт и импорт год назад в сумме дают оборот год назад',
      'Сверьте три темпа роста с источником.',
    ],
    be: () => [
      'Тэмпы росту не ўзгадняюцца паміж сабой',
      'Экспарт і імпарт год таму ў суме даюць абарот год таму',
      'Звярыце тры тэмпы росту з крыніцай.',
    ],
  },
  totals: {
    en: ({ s }) => ['The shares of Russia do not imply one total', s[0], 'Compare the three shares with their source.'],
    ru: () => [
      'Доли России не дают одного итога',
      'Экспорт и импорт со всеми странами в сумме дают оборот со всеми странами',
      'Сверьте три доли с источником.',
    ],
    be: () => [
      'Долі Расіі не даюць аднаго выніку',
      'Экспарт і імпарт з усімі краінамі ў суме даюць абарот з усімі краінамі',
      'Звярыце тры долі з крыніцай.',
    ],
  },
  shares: {
    en: ({ s, v }) => [
      `${s[0]} regional shares add up to more than 100`,
      `At most 100 per cent; they add up to ${v}`,
      `Compare the shares of ${s[1]} with their source.`,
    ],
    ru: ({ s, v }) => [
      'Доли регионов в сумме больше 100',
      `Не больше 100 процентов; сумма: ${v.replace('to', '–')}`,
      `Сверьте доли за ${s[1]} с источником.`,
    ],
    be: ({ s, v }) => [
      'Долі рэгіёнаў у суме больш за 100',
      `Не больш за 100 працэнтаў; сума: ${v.replace('to', '–')}`,
      `Звярыце долі за ${s[1]} з крыніцай.`,
    ],
  },
  part: {
    en: ({ s, v }) => [
      `${v} is more than its whole`,
      `At most ${s[0]}, the value of row ${s[2]}`,
      'Compare both rows with their source.',
    ],
    ru: ({ s, v }) => [
      `${v} больше целого`,
      `Не больше ${s[0]}, значения строки ${s[2]}`,
      'Сверьте обе строки с источником.',
    ],
    be: ({ s, v }) => [
      `${v} больш за цэлае`,
      `Не больш за ${s[0]}, значэнне радка ${s[2]}`,
      'Звярыце абодва радкі з крыніцай.',
    ],
  },
  helper: {
    en: ({ s, v }) => [`“${v}” is not ${s[1]}`, `${sentence(s[1])}`, retype.en(s[2])],
    ru: ({ s, v }) => [`«${v}» – не ${needed(s[1], 'ru')}`, sentence(needed(s[1], 'ru')), retype.ru(s[2])],
    be: ({ s, v }) => [`«${v}» – не ${needed(s[1], 'be')}`, sentence(needed(s[1], 'be')), retype.be(s[2])],
  },
  'unknown-name': {
    en: ({ s, v }) => [
      `No value is called “${v}”`,
      s[2] ? `A name that the section knows; the nearest is \`${s[2]}\`` : 'A name that the section knows',
      retype.en(s[2]),
    ],
    ru: ({ s, v }) => [
      `Значения «${v}» нет`,
      s[2] ? `Имя, которое раздел знает; ближайшее – \`${s[2]}\`` : 'Имя, которое раздел знает',
      retype.ru(s[2]),
    ],
    be: ({ s, v }) => [
      `Значэння «${v}» няма`,
      s[2] ? `Імя, якое раздзел ведае; бліжэйшае – \`${s[2]}\`` : 'Імя, якое раздзел ведае',
      retype.be(s[2]),
    ],
  },
  'unknown-element': {
    en: ({ s, v }) => [`There is no element <${v}>`, `One of ${s[1]}`, 'Use an element of the list.'],
    ru: ({ s, v }) => [`Элемента <${v}> нет`, `Один из: ${s[1]}`, 'Возьмите элемент из списка.'],
    be: ({ s, v }) => [`Элемента <${v}> няма`, `Адзін з: ${s[1]}`, 'Вазьміце элемент са спіса.'],
  },
  'unknown-attribute': {
    en: ({ s, v }) => [`<${s[1]}> has no attribute “${v}”`, s[2], 'Correct the attribute or remove it.'],
    ru: ({ s, v }) => [
      `У <${s[1]}> нет атрибута «${v}»`,
      s[2].replace('it takes none', 'без атрибутов').replace('it takes ', 'Один из: '),
      'Исправьте атрибут или уберите его.',
    ],
    be: ({ s, v }) => [
      `У <${s[1]}> няма атрыбута «${v}»`,
      s[2].replace('it takes none', 'без атрыбутаў').replace('it takes ', 'Адзін з: '),
      'Выпраўце атрыбут ці прыбярыце яго.',
    ],
  },
  'not-closed': {
    en: ({ v }) => [`<${v}> is not closed`, `\`</${v}>\` after its content`, `Write \`</${v}>\`.`],
    ru: ({ v }) => [`<${v}> не закрыт`, `\`</${v}>\` после содержимого`, `Впишите \`</${v}>\`.`],
    be: ({ v }) => [`<${v}> не закрыты`, `\`</${v}>\` пасля змесціва`, `Упішыце \`</${v}>\`.`],
  },
  'unknown-message': {
    en: ({ v }) => [
      `No message is called “${v}”`,
      'A key of `templates/messages.csv`',
      'Correct the key, or add a row with it.',
    ],
    ru: ({ v }) => [
      `Сообщения «${v}» нет`,
      'Ключ из `templates/messages.csv`',
      'Исправьте ключ или добавьте строку с ним.',
    ],
    be: ({ v }) => [
      `Паведамлення «${v}» няма`,
      'Ключ з `templates/messages.csv`',
      'Выпраўце ключ ці дадайце радок з ім.',
    ],
  },
  form: {
    en: ({ s, v, r }) => [`“${v}” does not have the form of this column`, s[0], mend.en(r)],
    ru: ({ v, c, r }) => [
      `«${v}» – не по форме столбца`,
      `Форма столбца \`${c}\` (см. \`data/datapackage.json\`)`,
      mend.ru(r),
    ],
    be: ({ v, c, r }) => [
      `«${v}» – не па форме слупка`,
      `Форма слупка \`${c}\` (гл. \`data/datapackage.json\`)`,
      mend.be(r),
    ],
  },
};

/** Messages of libraries and of the brand are told as they are. */
const other = {
  data: { en: 'The file was refused', ru: 'Файл не принят', be: 'Файл не прыняты' },
  template: { en: 'The template cannot be used', ru: 'Шаблон нельзя использовать', be: 'Шаблон нельга выкарыстаць' },
};
const mendAndSave = {
  en: 'Correct the file and save it.',
  ru: 'Исправьте файл и сохраните его.',
  be: 'Выпраўце файл і захавайце яго.',
};

/** What is false, what was expected and what to do; `message` is the English reason where we have no words of our own. */
export function problemText({ kind, slots, row, column, value, about }, language) {
  const write = kinds[kind]?.[language];
  if (!write)
    return { title: other[about][language], expected: null, message: slots[0] ?? '', remedy: mendAndSave[language] };
  const [title, expected, remedy] = write({ s: slots, v: value, r: row, c: column });
  return { title, expected, message: null, remedy };
}

/** The kinds of problems that the page has words for. */
export const problemKinds = Object.keys(kinds);
