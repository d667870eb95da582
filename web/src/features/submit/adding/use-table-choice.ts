import { useState } from 'react';
import { decodeTable, gridOf } from '../csv/read-csv';
import { readTable, type TableReading } from '../csv/table';
import { newKey } from '../rows/new-key';
import type { CaseChoice } from '../rows/case-choice';

/** A table that was read and waits for a yes. */
export interface TableChoice {
  /** Another table is another form. */
  readonly id: string;
  readonly fileName: string;
  /** Undefined when the bytes are no text. */
  readonly reading: TableReading | undefined;
}

export function useTableChoice(cases: readonly CaseChoice[]) {
  const [choice, setChoice] = useState<TableChoice | null>(null);
  const read = async (text: string, fileName: string) =>
    setChoice({ id: newKey(), fileName, reading: readTable(await gridOf(text), cases) });
  return {
    choice,
    close: () => setChoice(null),
    readText: (text: string) => void read(text, ''),
    readFile: (file: File) =>
      void file.arrayBuffer().then((bytes) => {
        const text = decodeTable(new Uint8Array(bytes));
        return text === undefined
          ? setChoice({ id: newKey(), fileName: file.name, reading: undefined })
          : read(text, file.name);
      }),
  };
}
