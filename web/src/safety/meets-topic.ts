/** Whether one of the tags is a topic. Topics are kept in lower case: so tags are compared, as the desk does. */
export function meetsTopic(tags: readonly string[], topics: readonly string[]): boolean {
  return tags.some((tag) => topics.includes(tag.toLowerCase()));
}
