/** Who works on the clip, and what can be done with it next. */
export function WorkStrip() {
  return null;
}
