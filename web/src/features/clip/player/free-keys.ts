/** Widgets that give arrows and the space bar a meaning of their own. */
const OWN =
  '[role=tablist],[role=menu],[role=listbox],[role=radiogroup],[role=dialog],[role=slider],[type=range],[role=combobox],[role=application]';
const PRESSED_BY_SPACE = 'button,a,summary,label,[role=button],[role=checkbox],[role=switch]';

/** Whether an arrow key is the page's: nothing that has the focus wants it. */
export function isFree(event: KeyboardEvent): boolean {
  return !event.defaultPrevented && !(event.target instanceof Element && event.target.closest(OWN) !== null);
}

/** Whether the space bar is the page's: it presses buttons first. */
export function isSpaceFree(event: KeyboardEvent): boolean {
  return (
    isFree(event) && !(event.target instanceof Element && event.target.closest(PRESSED_BY_SPACE) !== null)
  );
}
