import { escapeString, namespaces, xmlFile } from './xml.ts';

/** The texts of a workbook, each once; `escaped` makes XML of a text. */
export class SharedStrings {
  private readonly escaped: (text: string) => string;
  private readonly places = new Map<string, number>();
  private count = 0;

  constructor(escaped = escapeString) {
    this.escaped = escaped;
  }

  /** The place of a text among all. */
  place(text: string): number {
    this.count += 1;
    const known = this.places.get(text);
    if (known !== undefined) return known;
    const place = this.places.size;
    this.places.set(text, place);
    return place;
  }

  /** The part with all texts. */
  file(): Uint8Array {
    const items = [...this.places.keys()].map((text) => `<si><t xml:space="preserve">${this.escaped(text)}</t></si>`);
    const counts = `count="${this.count}" uniqueCount="${this.places.size}"`;
    return xmlFile(`<sst xmlns="${namespaces.main}" ${counts}>${items.join('')}</sst>`);
  }
}
