import type { Locator, Page } from 'playwright-core';

/** Two ways of doing the same on a page: a story told with both proves that neither is left out. */
export interface Hands {
  readonly name: 'mouse' | 'keys';
  /** Presses a button, a link, a tab, an entry of a menu. */
  press(what: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** One of a few: a radio button. */
  choose(option: Locator): Promise<void>;
  /** A box that is not ticked yet. */
  tick(box: Locator): Promise<void>;
  /** An entry of a plain list of choices, by its label. */
  select(list: Locator, label: string): Promise<void>;
  /** An entry of a menu that a button opens. */
  pick(button: Locator, entry: string | RegExp): Promise<void>;
  /** An entry of a list of choices that one types in, by what it begins with. */
  find(box: Locator, begins: string): Promise<void>;
}

export function mouseHands(page: Page): Hands {
  return {
    name: 'mouse',
    press: (what) => what.click(),
    write: (field, text) => field.fill(text),
    choose: (option) => option.click(),
    tick: (box) => box.click(),
    select: async (list, label) => void (await list.selectOption(label)),
    pick: async (button, entry) => {
      await button.click();
      await page.getByRole('menuitem', { name: entry }).click();
    },
    find: async (box, begins) => {
      await box.click();
      await page.getByRole('option', { name: begins }).first().click();
    },
  };
}

const MOST_STEPS = 120;

/** Nothing but keys: whoever has to press something walks there, and fails where no way leads. */
export function keyHands(page: Page): Hands {
  const key = (name: string) => page.keyboard.press(name);
  const reach = async (what: Locator) => {
    await what.waitFor();
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const way = await what.evaluate(wayTo);
      if (way === 'here') return;
      await key(way === 'back' ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`no key leads to ${what.toString()}`);
  };
  return {
    name: 'keys',
    press: async (what) => {
      await reach(what);
      await key('Enter');
    },
    write: async (field, text) => {
      await reach(field);
      await key('Control+a');
      await page.keyboard.insertText(text);
    },
    // A group is one stop of the Tab key; arrows walk within it and choose.
    choose: async (option) => {
      await reach(option);
      for (let steps = 0; steps < MOST_STEPS && !(await option.isChecked()); steps += 1)
        await key((await option.evaluate(isFocused)) ? 'Space' : 'ArrowDown');
    },
    tick: async (box) => {
      await reach(box);
      await key('Space');
    },
    select: async (list, label) => {
      await reach(list);
      // A space would open the list instead of going on in the word.
      await page.keyboard.type(label.split(' ')[0] ?? '');
    },
    pick: async (button, entry) => {
      await reach(button);
      await key('Enter');
      const wanted = page.getByRole('menuitem', { name: entry });
      await wanted.waitFor();
      for (let steps = 0; steps < MOST_STEPS && !(await wanted.evaluate(isFocused)); steps += 1)
        await key('ArrowDown');
      await key('Enter');
    },
    find: async (box, begins) => {
      await reach(box);
      await page.keyboard.type(begins);
      await page.getByRole('option', { name: begins }).first().waitFor();
      await key('ArrowDown');
      await key('Enter');
    },
  };
}

/** What these two use of the page's own world, whose names this program's types do not have. */
interface Node {
  readonly type?: string;
  readonly name?: string;
  compareDocumentPosition(other: Node): number;
}
interface World {
  readonly document: { readonly activeElement: Node | null; readonly body: Node };
}

const isFocused = (element: unknown): boolean =>
  (globalThis as unknown as World).document.activeElement === element;

const wayTo = (found: unknown): 'here' | 'back' | 'on' => {
  const element = found as Node;
  const { activeElement: now, body } = (globalThis as unknown as World).document;
  if (now === null || now === body) return 'on';
  const isSameGroup = element.type === 'radio' && now.type === 'radio' && now.name === element.name;
  if (now === element || isSameGroup) return 'here';
  // 2: it precedes what has the focus.
  return now.compareDocumentPosition(element) % 4 >= 2 ? 'back' : 'on';
};
