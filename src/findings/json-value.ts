/** Deeper nesting has no use in a finding, and readers walk it by recursion. */
const DEEPEST = 20;

/** Can PostgreSQL's jsonb and RFC 8785 hold it as it is? Neither knows U+0000 nor half a surrogate pair. */
export function isKeepableJson(value: unknown, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  if (typeof value === 'string') return isKeepableText(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'boolean') return true;
  if (Array.isArray(value)) return value.every((item) => isKeepableJson(item, depth + 1));
  if (typeof value !== 'object') return false;
  return Object.entries(value).every(([key, item]) => isKeepableText(key) && isKeepableJson(item, depth + 1));
}

function isKeepableText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
