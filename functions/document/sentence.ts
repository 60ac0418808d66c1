/** A line with the full stop that patterns leave out; none after that of «г.». */
export function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
