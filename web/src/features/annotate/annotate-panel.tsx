/** Marks what is seen in a frame, or in a part of the clip's time. */
export function AnnotatePanel() {
  return null;
}
