import { Alert, Button, Group, Select, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import { useRole } from '@/api/queries';
import { ProblemAlert } from '@/ui/problem-alert';
import type { Clip } from '@/workspace/workspace';
import { Dialog } from './dialog';
import { changedFields, overwritten, type Label } from './label';
import { useChangeClip } from './use-change-clip';

const levels = ['none', 'personal', 'graphic'] as const;
const priorities = ['low', 'normal', 'high', 'urgent'] as const;

/** The clip's label. Only what was changed here is sent: what somebody else changed meanwhile stays theirs. */
export function EditDialog({ clip, onClose }: { readonly clip: Clip; readonly onClose: () => void }) {
  const { t } = useTranslation('clip');
  const { t: ui } = useTranslation('ui');
  const role = useRole(clip.caseId);
  const [begun] = useState(clip);
  const [isWarned, setIsWarned] = useState(false);
  const [label, setLabel] = useState<Label>(() => labelOf(clip));
  const change = useChangeClip(clip);
  const patch = changedFields(labelOf(begun), label);
  const put = (more: Partial<Label>) => setLabel((old) => ({ ...old, ...more }));
  const isConflict = isWarned || (change.error instanceof ProblemError && change.error.status === 412);
  const save = () => {
    if (patch === null) return onClose();
    // News come in under an open dialog, and the newest version would be sent: without this, theirs is lost unseen.
    if (!isConflict && overwritten(labelOf(begun), labelOf(clip), patch).length > 0) setIsWarned(true);
    else change.mutate(patch, { onSuccess: onClose });
  };
  // Whoever is no lead can only raise it.
  const lowest = role === 'lead' ? 0 : levels.indexOf(clip.sensitivity);
  return (
    <Dialog title={t('menu.edit')} onClose={onClose} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label={t('edit.title')}
            maxLength={500}
            dir="auto"
            value={label.title}
            onChange={(event) => put({ title: event.currentTarget.value })}
          />
          <TagsInput
            label={t('edit.tags')}
            description={t('edit.tagsHint')}
            value={[...label.tags]}
            maxTags={50}
            onChange={(tags) => put({ tags })}
          />
          <Group grow align="flex-start">
            <Select
              label={t('edit.sensitivity')}
              {...(lowest > 0 ? { description: t('edit.onlyLeads') } : {})}
              allowDeselect={false}
              data={levels
                .slice(lowest)
                .map((value) => ({ value, label: ui(`sensitivity.${value}` as never) }))}
              value={label.sensitivity}
              onChange={(value) => put({ sensitivity: value ?? 'none' })}
            />
            <Select
              label={t('edit.priority')}
              allowDeselect={false}
              data={priorities.map((value) => ({ value, label: t(`priority.${value}` as never) }))}
              value={label.priority}
              onChange={(value) => put({ priority: value ?? 'normal' })}
            />
          </Group>
          <Textarea
            label={t('edit.warning')}
            description={t('edit.warningHint')}
            maxLength={200}
            dir="auto"
            value={label.advanceWarning}
            onChange={(event) =>
              put({ advanceWarning: event.currentTarget.value.replaceAll(/[\r\n]+/g, ' ') })
            }
          />
          {change.error !== null && <ProblemAlert error={change.error} />}
          {isConflict && (
            <Alert color="yellow" role="alert" title={t('edit.newer')}>
              <Text size="sm">
                <bdi>{clip.title ?? t('untitled')}</bdi> · {ui(`sensitivity.${clip.sensitivity}` as never)} ·{' '}
                {t(`priority.${clip.priority}` as never)} · <bdi>{clip.tags.join(', ')}</bdi>
              </Text>
              {clip.advanceWarning !== null && (
                <Text size="sm">
                  <bdi>{clip.advanceWarning}</bdi>
                </Text>
              )}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending} disabled={patch === null}>
              {t(isConflict ? 'edit.saveAnyway' : 'edit.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function labelOf({ title, tags, sensitivity, priority, advanceWarning }: Clip): Label {
  return { title: title ?? '', tags, sensitivity, priority, advanceWarning: advanceWarning ?? '' };
}
