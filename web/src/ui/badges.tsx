import { Badge, type MantineColor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';

type Processing = Schemas['ClipStatus']['processing']['state'];
type Work = Schemas['ClipStatus']['work'];
type Verification = Schemas['ClipStatus']['verification'];
type Verdict = Schemas['Claim']['verdict'];

// Light grounds with dark words: each pair has at least 4.5:1 in both themes (WCAG 2.2 §1.4.3, by axe).
const processing: Record<Processing, MantineColor> = {
  queued: 'gray',
  running: 'blue',
  complete: 'teal',
  partial: 'yellow',
  failed: 'red',
  cancelled: 'gray',
};
const verification: Record<Verification, MantineColor> = {
  unreviewed: 'gray',
  in_review: 'blue',
  disputed: 'orange',
  refuted: 'red',
  verified: 'teal',
  inconclusive: 'grape',
};
const verdict: Record<Verdict, MantineColor> = {
  unreviewed: 'gray',
  in_review: 'blue',
  confirmed: 'teal',
  refuted: 'red',
  inconclusive: 'grape',
  undeterminable: 'grape',
  contested: 'orange',
};

export function ProcessingBadge({ state }: { readonly state: Processing }) {
  const { t } = useTranslation('ui');
  return <Plain color={processing[state]}>{t(`processing.${state}` as never)}</Plain>;
}
export function WorkBadge({ work }: { readonly work: Work }) {
  const { t } = useTranslation('ui');
  return <Plain color={work === 'needs_help' ? 'orange' : 'gray'}>{t(`work.${work}` as never)}</Plain>;
}
export function VerificationBadge({ state }: { readonly state: Verification }) {
  const { t } = useTranslation('ui');
  return <Plain color={verification[state]}>{t(`verification.${state}` as never)}</Plain>;
}
export function VerdictBadge({ verdict: given }: { readonly verdict: Verdict }) {
  const { t } = useTranslation('ui');
  return <Plain color={verdict[given]}>{t(`verdict.${given}` as never)}</Plain>;
}

function Plain({ color, children }: { readonly color: MantineColor; readonly children: string }) {
  return (
    <Badge
      color={color}
      variant="light"
      tt="none"
      autoContrast
      style={{ color: 'var(--mantine-color-text)' }}
    >
      {children}
    </Badge>
  );
}
