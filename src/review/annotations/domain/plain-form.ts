type Fields = Readonly<Record<string, unknown>>;

/**
 * One form of the several in which JSON-LD says the same of an annotation: a list of one is that one, `bodyValue` is a
 * TextualBody (Web Annotation Data Model §3.2.5), a target that is only a link may carry its fragment (§3.1, §4.2.1). What it
 * does not know it leaves as it is.
 */
export function plainForm(request: unknown): unknown {
  if (!isFields(request)) return request;
  const { bodyValue, ...rest } = request;
  const plain: Record<string, unknown> = { ...rest };
  for (const name of ['type', 'motivation', 'target']) {
    if (name in plain) plain[name] = onlyOne(plain[name]);
  }
  if ('target' in plain) plain['target'] = plainTarget(plain['target']);
  if (bodyValue === undefined) return plain;
  // Both at once is no annotation (§3.2.5): named as the unknown field that it then is.
  return 'body' in plain ? request : { ...plain, body: { type: 'TextualBody', value: bodyValue } };
}

function plainTarget(target: unknown): unknown {
  if (typeof target === 'string') {
    const [source, fragment] = splitOnce(target);
    if (fragment === undefined) return { source };
    return { source, selector: { type: 'FragmentSelector', value: fragment } };
  }
  if (!isFields(target) || !('selector' in target)) return target;
  return { ...target, selector: onlyOne(target['selector']) };
}

function splitOnce(link: string): [string, string | undefined] {
  const at = link.indexOf('#');
  return at < 0 ? [link, undefined] : [link.slice(0, at), link.slice(at + 1)];
}

function onlyOne(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
