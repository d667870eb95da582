const PUNCTUATION: Readonly<Record<string, string>> = {
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  '?': 'Slash',
  '<': 'Comma',
  '>': 'Period',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '\\': 'Backslash',
  ';': 'Semicolon',
  '-': 'Minus',
  '=': 'Equal',
};

/**
 * The same keys by their place on a US board (`KeyboardEvent.code`): `g i` becomes `KeyG KeyI`, `Shift+j` becomes
 * `Shift+KeyJ`. For layouts that write no Latin letters.
 */
export function placesOf(keys: string): string {
  return keys
    .split(' ')
    .map((press) => {
      const parts = press.split('+');
      const key = parts.pop() ?? '';
      return [...parts, placeOf(key)].join('+');
    })
    .join(' ');
}

function placeOf(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  return PUNCTUATION[key] ?? key;
}
