import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { openSteps, stepsFor } from './checklist';
import type { CheckStep, Draft } from './draft';

interface Props {
  readonly type: Schemas['Claim']['type'];
  readonly checklist: Draft['checklist'];
  readonly onChange: (checklist: Draft['checklist']) => void;
}

/** What the field looks at for such a claim, each taken or set aside with a reason. It helps; it is no condition. */
export function ChecklistFields({ type, checklist, onChange }: Props) {
  const { t } = useTranslation('assess');
  const steps = stepsFor[type];
  const open = openSteps(type, checklist).length;
  const set = (step: string, taken: CheckStep | null) => {
    const { [step]: _before, ...others } = checklist;
    onChange(taken === null ? others : { ...others, [step]: taken });
  };
  return (
    <details>
      <Text component="summary" size="sm" fw={500} style={{ minBlockSize: 24, cursor: 'pointer' }}>
        {t('checklist.title')}: {open === 0 ? t('checklist.none') : t('checklist.open', { count: open })}
      </Text>
      <Stack gap="xs" mt="xs">
        <Text size="sm" c="dimmed">
          {t('checklist.help')}
        </Text>
        {steps.map((step) => {
          const taken = checklist[step];
          const name = t(`checklist.step.${step}` as never);
          return (
            <div key={step} className="sl-step">
              <Text size="sm" id={`step-${step}`}>
                {name}
              </Text>
              <NativeSelect
                size="xs"
                aria-labelledby={`step-${step}`}
                value={taken?.state ?? 'open'}
                data={(['open', 'done', 'not_applicable'] as const).map((state) => ({
                  value: state,
                  label: t(`checklist.state.${state}` as never),
                }))}
                onChange={(event) => {
                  const state = event.currentTarget.value;
                  set(
                    step,
                    state === 'done' || state === 'not_applicable'
                      ? { state, note: taken?.note ?? '' }
                      : null,
                  );
                }}
              />
              {taken !== undefined && (
                <TextInput
                  size="xs"
                  dir="auto"
                  maxLength={2000}
                  className="sl-step-note"
                  label={t(taken.state === 'done' ? 'checklist.found' : 'checklist.whyNot')}
                  aria-label={`${t(taken.state === 'done' ? 'checklist.found' : 'checklist.whyNot')}: ${name}`}
                  required={taken.state === 'not_applicable'}
                  value={taken.note}
                  onChange={(event) => set(step, { ...taken, note: event.currentTarget.value })}
                />
              )}
            </div>
          );
        })}
      </Stack>
    </details>
  );
}
