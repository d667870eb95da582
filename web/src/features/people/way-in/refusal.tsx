import { Alert } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import { ProblemAlert } from '@/ui/problem-alert';
import { waitText } from './wait-text';

const OURS = ['sign_in_failed', 'totp_required', 'setup_link_invalid'] as const;

/** Why somebody was not let in, and how long to wait where there were too many tries. */
export function Refusal({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('way-in');
  if (!(error instanceof ProblemError)) return <ProblemAlert error={error} />;
  const ours = OURS.find((code) => code === error.code);
  if (ours !== undefined)
    return (
      <Alert role="alert" color={ours === 'totp_required' ? 'blue' : 'red'}>
        {t(`refusal.${ours}`)}
      </Alert>
    );
  if (error.status === 429 && error.retryAfterS !== null)
    return <TooMany key={error.retryAfterS} seconds={error.retryAfterS} />;
  return <ProblemAlert error={error} />;
}

function TooMany({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation('way-in');
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Alert color="yellow">
      <span role="alert">{t('refusal.tooMany')}</span>{' '}
      {left === 0 ? (
        t('refusal.again')
      ) : (
        <>
          {t('refusal.wait')} <b dir="ltr">{waitText(left)}</b>
        </>
      )}
    </Alert>
  );
}
