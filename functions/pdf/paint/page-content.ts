import type {
  CircleMark,
  ClipMark,
  DrawingMark,
  LineMark,
  Mark,
  PathMark,
  PolygonMark,
  RectMark,
  TextMark,
} from '../../drawing/index.ts';
import { circlePath, pathOperator, ringPath } from './paths.ts';
import { decimal as n } from './pdf-values.ts';

/** What the content of a page refers to by name: faces and drawings. */
export interface Resources {
  /**
   * The glyph codes of a text in the look of a mark, whether any are kerned (which splits them into several strings), and
   * the name of its face.
   */
  encode(mark: TextMark, text: string): { readonly font: string; readonly codes: string; readonly kerned: boolean };
  /** The name of the form of a drawing. */
  drawing(drawing: DrawingMark): string;
}

/** What earlier operators have set on the page. Values that are already set need no operator. */
interface GraphicsState {
  fill?: string;
  stroke?: string;
  weight?: string;
  cap?: string;
  join?: string;
  dash?: string;
  font?: string;
  size?: number;
  tracking?: string;
}

/** The dash pattern of an unbroken line. */
const solid = '[] 0';

/** The initial state of a page (ISO 32000-1, 8.4.1), as far as we use it. A form inherits the state of its page. */
const pageState: GraphicsState = { cap: '0', join: '0', dash: solid, tracking: '0' };

/** The parts of the state that one operator with its operands sets. */
type Setting = Exclude<keyof GraphicsState, 'font' | 'size'>;

const operators: Readonly<Record<Setting, string>> = {
  fill: 'rg',
  stroke: 'RG',
  weight: 'w',
  cap: 'J',
  join: 'j',
  dash: 'd',
  tracking: 'Tc',
};

/** What a stroke has at its ends, and where it is broken. */
interface Ends {
  readonly round?: boolean;
  readonly dash?: readonly number[];
}

/** The content of a page or form: operators that paint marks, with the y axis pointing down (ISO 32000-1, annex A). */
export class PageContent {
  private readonly written: string[] = [];
  private readonly resources: Resources;
  private state: GraphicsState;
  /** Where the last text of the open text object begins, in hundredths of a point; null if there is none yet. */
  private textAt: readonly [x: number, y: number] | null = null;
  private isInText = false;

  private constructor(resources: Resources, state: GraphicsState) {
    this.resources = resources;
    this.state = { ...state };
  }

  /** An empty page. */
  static ofPage(resources: Resources): PageContent {
    return new PageContent(resources, pageState);
  }

  /** The operators of a form. */
  static ofForm(marks: readonly Mark[], resources: Resources): Uint8Array {
    const content = new PageContent(resources, {});
    content.marks(marks);
    return content.toBytes();
  }

  /**
   * Paints marks as marked content: of a structure element, which refers to it by number, or as an artifact. Content of
   * text alone continues the open text object. Other content contains its text objects whole (ISO 32000-1, 14.6.1).
   */
  add(marks: readonly Mark[], kind: string, properties: string): void {
    const isText = marks.every(({ mark }) => mark === 'text');
    if (isText) this.beginText();
    else this.endText();
    this.written.push(`/${kind}<<${properties}>>BDC`);
    this.marks(marks);
    if (!isText) this.endText();
    this.written.push('EMC');
  }

  /** Shows a form as an artifact of a type. */
  addForm(name: string, type: string): void {
    this.endText();
    this.written.push(`/Artifact<</Type/${type}>>BDC /${name} Do EMC`);
  }

  /** The operators as bytes. Ends an open text object. */
  toBytes(): Uint8Array {
    this.endText();
    return Buffer.from(this.written.join('\n'), 'latin1');
  }

  private marks(marks: readonly Mark[]): void {
    const spaces = spacesAfter(marks);
    let index = 0;
    for (const mark of marks) {
      if (mark.mark === 'text') this.text(mark, spaces[index] ?? false);
      else this.shape(mark);
      index += 1;
    }
  }

  private shape(mark: Exclude<Mark, TextMark>): void {
    this.endText();
    switch (mark.mark) {
      case 'line':
        this.line(mark);
        break;
      case 'rect':
        this.rect(mark);
        break;
      case 'circle':
        this.circle(mark);
        break;
      case 'polygon':
        this.polygon(mark);
        break;
      case 'path':
        this.path(mark);
        break;
      case 'clip':
        this.clip(mark);
        break;
      case 'drawing':
        this.drawing(mark);
        break;
    }
  }

  private text(mark: TextMark, spaced: boolean): void {
    const { font, codes, kerned } = this.resources.encode(mark, spaced ? `${mark.text} ` : mark.text);
    this.beginText();
    this.set('fill', colour(mark.colour));
    this.font(font, mark.size);
    this.set('tracking', mark.tracking ? n(mark.tracking) : '0');
    const [x, y] = [Math.round(mark.x * 100), Math.round(mark.y * 100)];
    const move = this.textAt
      ? `${n((x - this.textAt[0]) / 100)} ${n((this.textAt[1] - y) / 100)} Td`
      : `1 0 0 -1 ${n(mark.x)} ${n(mark.y)} Tm`;
    this.textAt = [x, y];
    this.written.push(kerned ? `${move}[(${codes})]TJ` : `${move}(${codes})Tj`);
  }

  private beginText(): void {
    if (!this.isInText) this.written.push('BT');
    this.isInText = true;
  }

  private endText(): void {
    if (this.isInText) this.written.push('ET');
    this.isInText = false;
    this.textAt = null;
  }

  private line(mark: LineMark): void {
    const { x1, y1, x2, y2, stroke, weight } = mark;
    this.stroke(stroke, weight, mark);
    this.written.push(`${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l S`);
  }

  private rect({ x, y, width, height, fill, outline }: RectMark): void {
    this.set('fill', colour(fill));
    if (!outline) {
      this.written.push(`${n(x)} ${n(y)} ${n(width)} ${n(height)} re f`);
      return;
    }
    const { stroke, weight } = outline;
    this.stroke(stroke, weight);
    this.set('join', '0');
    const box = [x + weight / 2, y + weight / 2, Math.max(0, width - weight), Math.max(0, height - weight)];
    this.written.push(`${box.map(n).join(' ')} re B`);
  }

  private circle({ x, y, radius, fill, outline }: CircleMark): void {
    if (!outline) {
      // A disc is a very short line with round ends, which needs a fifth of the bytes of four curves.
      this.stroke(fill, radius * 2, { round: true });
      this.written.push(`${n(x)} ${n(y)} m ${n(x + 0.01)} ${n(y)} l S`);
      return;
    }
    this.set('fill', colour(fill));
    this.stroke(outline.stroke, outline.weight, outline);
    this.written.push(`${circlePath(x, y, radius)} B`);
  }

  private polygon({ rings, fill, stroke, open }: PolygonMark): void {
    if (fill) this.set('fill', colour(fill));
    if (stroke) {
      this.stroke(stroke.colour, stroke.weight);
      this.set('join', '1');
    }
    const path = rings.map((ring) => ringPath(ring, open === true)).join(' ');
    const paint = fill && stroke ? 'B' : fill ? 'f' : 'S';
    this.written.push(`${path} ${paint}`);
  }

  private path({ path, x, y, scale, fill }: PathMark): void {
    this.set('fill', colour(fill));
    this.written.push(`q ${n(scale)} 0 0 ${n(scale)} ${n(x)} ${n(y)} cm ${path.map(pathOperator).join(' ')} f Q`);
  }

  private clip({ x, y, width, height, marks }: ClipMark): void {
    const state = { ...this.state };
    this.written.push(`q ${n(x)} ${n(y)} ${n(width)} ${n(height)} re W n`);
    this.marks(marks);
    this.endText();
    this.written.push('Q');
    this.state = state;
  }

  private drawing(mark: DrawingMark): void {
    const { x, y, unit } = mark;
    this.written.push(`q ${n(unit)} 0 0 ${n(unit)} ${n(x)} ${n(y)} cm /${this.resources.drawing(mark)} Do Q`);
  }

  /** Sets the look of a stroke: unbroken with flat ends, unless it is told otherwise. */
  private stroke(hex: string, weight: number, { round = false, dash }: Ends = {}): void {
    this.set('stroke', colour(hex));
    this.set('weight', n(weight));
    this.set('cap', round ? '1' : '0');
    this.set('dash', dash ? `[${dash.map(n).join(' ')}] 0` : solid);
  }

  private font(font: string, size: number): void {
    if (this.state.font === font && this.state.size === size) return;
    this.written.push(`/${font} ${n(size)} Tf`);
    Object.assign(this.state, { font, size });
  }

  /** Writes the operator of a value that is not already set. */
  private set(name: Setting, value: string): void {
    if (this.state[name] === value) return;
    this.written.push(`${value} ${operators[name]}`);
    this.state[name] = value;
  }
}

/** Whether a space follows each text. There is one unless the next text begins where this one ends. */
function spacesAfter(marks: readonly Mark[]): readonly boolean[] {
  const spaces: boolean[] = [];
  let next: TextMark | undefined;
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    const mark = marks[index];
    if (mark?.mark !== 'text') continue;
    const continues = next?.y === mark.y && Math.abs(next.x - mark.x - mark.width) < 0.5;
    spaces[index] = next !== undefined && !continues && !endsWithSpace(mark.text);
    next = mark;
  }
  return spaces;
}

/** Whether a text ends with a space of any width, which already separates it from the next. */
function endsWithSpace(text: string): boolean {
  return text !== '' && text.at(-1)?.trim() === '';
}

const colours = new Map<string, string>();

/** A hexadecimal colour as three operands between 0 and 1. */
function colour(hex: string): string {
  const known = colours.get(hex);
  if (known) return known;
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const operands = channels.map((channel) => String(Math.round(channel * 1000) / 1000)).join(' ');
  colours.set(hex, operands);
  return operands;
}
