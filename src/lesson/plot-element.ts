/**
 * A plot's reference at one step: in its indices `t` is the step and `t-1` the one before.
 * `local/h[t]/h[t-1]` at 2 is `local/h[2]/h[1]`; before the first step stands the name that programs have for it, `h0`.
 */
export function elementAt(of: string, step: number): string {
  return of.replace(/(\w+)\[([^\]]*)\]/g, (_, name: string, indices: string) => {
    const at = indices.split(',').map((index) => {
      const text = index.replace(/\s/g, '');
      return text === 't' ? `${step}` : text === 't-1' ? `${step - 1}` : text;
    });
    if (at[0] !== '0') return `${name}[${at.join()}]`;
    return at.length > 1 ? `${name}0[${at.slice(1).join()}]` : `${name}0`;
  });
}
