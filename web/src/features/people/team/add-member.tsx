import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roleOf, roles, type Role } from './roles';
import { useKnownPeople } from './use-known-people';

interface Props {
  readonly taken: ReadonlySet<string>;
  readonly isBusy: boolean;
  readonly onAdd: (userId: string, role: Role) => void;
}

/** Somebody whom the reader knows of, or whoever has told their id. */
export function AddMember({ taken, isBusy, onAdd }: Props) {
  const { t } = useTranslation('team');
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState('');
  const [role, setRole] = useState<Role>('reviewer');
  const people = useKnownPeople().filter(({ id }) => !taken.has(id));
  const userId = typed.trim() === '' ? chosen : typed.trim();
  return (
    <form
      aria-label={t('addMember')}
      onSubmit={(event) => {
        event.preventDefault();
        if (userId === '') return;
        onAdd(userId, role);
        setChosen('');
        setTyped('');
      }}
    >
      <Group align="flex-end" gap="xs">
        <NativeSelect
          label={t('person')}
          description={t('personHint')}
          value={chosen}
          data={[{ value: '', label: '—' }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <TextInput
          label={t('orId')}
          dir="ltr"
          maxLength={36}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('role')}
          value={role}
          data={roles.map((value) => ({ value, label: t(`roles.${value}` as never) }))}
          onChange={(event) => setRole(roleOf(event.currentTarget.value))}
        />
        <Button type="submit" loading={isBusy} disabled={userId === ''}>
          {t('add')}
        </Button>
      </Group>
    </form>
  );
}
