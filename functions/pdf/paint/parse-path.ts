/** Commands of the SVG path subset that logos may use, with their numbers of operands. */
const operands: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 };

const cache = new Map<string, string>();

/**
 * An SVG path with absolute commands as operators of PDF. Arcs become Bézier curves (SVG 1.1, appendix F.6).
 * Throws when the path has another command, or a command has too few numbers.
 */
export function parsePath(path: string): string {
  const known = cache.get(path);
  if (known) return known;
  const parsed = convert(path);
  cache.set(path, parsed);
  return parsed;
}

function convert(path: string): string {
  const tokens = path.match(/[a-zA-Z]|-?\d*\.?\d+(?:e-?\d+)?/g) ?? [];
  const parts: string[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (let at = 0; at < tokens.length; ) {
    const command = tokens[at] ?? '';
    const count = operands[command];
    if (count === undefined)
      throw new Error(`the path "${path}" has the command "${command}"; use ${Object.keys(operands).join(', ')}`);
    const values = tokens.slice(at + 1, at + 1 + count).map(Number);
    if (values.length < count || values.some(Number.isNaN))
      throw new Error(`the path "${path}" has too few numbers after ${command}`);
    at += 1 + count;
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = values;
    switch (command) {
      case 'M':
        [x, y, startX, startY] = [a, b, a, b];
        parts.push(`${n(x)} ${n(y)} m`);
        break;
      case 'L':
        [x, y] = [a, b];
        parts.push(`${n(x)} ${n(y)} l`);
        break;
      case 'H':
        x = a;
        parts.push(`${n(x)} ${n(y)} l`);
        break;
      case 'V':
        y = a;
        parts.push(`${n(x)} ${n(y)} l`);
        break;
      case 'C':
        parts.push(`${[a, b, c, d, e, f].map(n).join(' ')} c`);
        [x, y] = [e, f];
        break;
      case 'Q': {
        const control = [x + (2 / 3) * (a - x), y + (2 / 3) * (b - y), c + (2 / 3) * (a - c), d + (2 / 3) * (b - d)];
        parts.push(`${[...control, c, d].map(n).join(' ')} c`);
        [x, y] = [c, d];
        break;
      }
      case 'A':
        parts.push(...arc(x, y, { rx: a, ry: b, rotation: c, large: d !== 0, sweep: e !== 0 }, f, g));
        [x, y] = [f, g];
        break;
      default:
        parts.push('h');
        [x, y] = [startX, startY];
    }
  }
  return parts.join(' ');
}

interface Arc {
  readonly rx: number;
  readonly ry: number;
  readonly rotation: number;
  readonly large: boolean;
  readonly sweep: boolean;
}

/** An elliptical arc as curves of at most a quarter turn each. */
function arc(
  x1: number,
  y1: number,
  { rx, ry, rotation, large, sweep }: Arc,
  x2: number,
  y2: number,
): readonly string[] {
  if (rx === 0 || ry === 0) return [`${n(x2)} ${n(y2)} l`];
  const phi = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(x1 - x2) / 2, (y1 - y2) / 2];
  const [px, py] = [cos * dx + sin * dy, -sin * dx + cos * dy];
  const grow = Math.max(1, Math.sqrt((px / rx) ** 2 + (py / ry) ** 2));
  const [a, b] = [rx * grow, ry * grow];
  const under = Math.max(0, (a * b) ** 2 - (a * py) ** 2 - (b * px) ** 2) / ((a * py) ** 2 + (b * px) ** 2);
  const factor = (large === sweep ? -1 : 1) * Math.sqrt(under);
  const [qx, qy] = [(factor * a * py) / b, (-factor * b * px) / a];
  const [cx, cy] = [cos * qx - sin * qy + (x1 + x2) / 2, sin * qx + cos * qy + (y1 + y2) / 2];
  const start = Math.atan2((py - qy) / b, (px - qx) / a);
  let turn = Math.atan2((-py - qy) / b, (-px - qx) / a) - start;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  const pieces = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2 + 1e-9)));
  const step = turn / pieces;
  const reach = (4 / 3) * Math.tan(step / 4);
  const at = (ex: number, ey: number) => [cx + cos * a * ex - sin * b * ey, cy + sin * a * ex + cos * b * ey];
  return Array.from({ length: pieces }, (_, index) => {
    const [from, to] = [start + index * step, start + (index + 1) * step];
    const points = [
      ...at(Math.cos(from) - reach * Math.sin(from), Math.sin(from) + reach * Math.cos(from)),
      ...at(Math.cos(to) + reach * Math.sin(to), Math.sin(to) - reach * Math.cos(to)),
      ...at(Math.cos(to), Math.sin(to)),
    ];
    return `${points.map(n).join(' ')} c`;
  });
}

function n(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}
