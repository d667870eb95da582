import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'onSubmit'> {
  readonly value: string;
  readonly onCommit: (value: string) => void;
}

/** A field that says what was written when it is left or on Enter, not with each letter: each says a new question. */
export function CommitInput({ value, onCommit, ...rest }: Props) {
  const [draft, setDraft] = useState({ of: value, text: value });
  // The address changed by other means: a chip was taken away, a view was opened.
  const text = draft.of === value ? draft.text : value;
  const commit = () => {
    if (text.trim() !== value) onCommit(text.trim());
  };
  return (
    <TextInput
      {...rest}
      value={text}
      onChange={(event) => setDraft({ of: value, text: event.currentTarget.value })}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
