import { Alert, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { pictureUrl } from '@/safety/unveiled';
import { clockOfMs, Moment } from '@/ui/time';
import { useWorkspace } from '@/workspace/workspace';
import { findingsQuery } from '../queries';
import classes from './print.module.css';
import { PrintCustody } from './print-custody';
import { PrintFindings } from './print-findings';
import { PrintIdentity } from './print-identity';

/** Frames enough to know the footage again; a document is no contact sheet. */
const MOST_FRAMES = 12;

/** The clip as a plain document for a file or a court: its identity, claims, verdicts, findings, custody. Pictures veiled. */
export function PrintPage({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('clip');
  const { t: ui } = useTranslation('ui');
  const { clip, frames } = useWorkspace();
  const findings = useQuery(findingsQuery(clip.id)).data;
  const step = Math.max(1, Math.ceil(frames.length / MOST_FRAMES));
  return (
    <article className={classes['document']}>
      <Group className={classes['noPrint']} justify="space-between">
        <Button variant="default" onClick={onClose}>
          {t('sheet.close')}
        </Button>
        <Button leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {t('print.print')}
        </Button>
      </Group>
      {clip.processing.state !== 'complete' && (
        <Alert color="yellow">{t(`processing.states.${clip.processing.state}` as never)}</Alert>
      )}
      <PrintIdentity clip={clip} />
      <section>
        <h2>{t('print.claims')}</h2>
        {clip.claims.length === 0 && <p>{t('print.noClaims')}</p>}
        {clip.claims.map((claim) => (
          <div key={claim.id} className={classes['claim']}>
            <h3>
              {ui(`claimType.${claim.type}` as never)}: {ui(`verdict.${claim.verdict}` as never)}
            </h3>
            <blockquote dir="auto">{claim.statement}</blockquote>
            {claim.needsAttention && <p>{t('print.needsAttention')}</p>}
            <PrintFindings findings={findings?.filter(({ claimId }) => claimId === claim.id) ?? []} />
          </div>
        ))}
        <h3>{t('print.otherFindings')}</h3>
        <PrintFindings findings={findings?.filter(({ claimId }) => claimId === null) ?? []} />
      </section>
      {frames.length > 0 && (
        <section>
          <h2>{t('filmstrip.title')}</h2>
          <div className={classes['frames']}>
            {frames
              .filter((_, index) => index % step === 0)
              .map((frame) => (
                <figure key={frame.id}>
                  {/* Veiled whatever was shown on the page: paper lies about. */}
                  <img
                    src={pictureUrl(frame.thumbUrl, true)}
                    alt={t('frameAt', { at: clockOfMs(frame.ptsMs) })}
                  />
                  <figcaption dir="ltr">
                    {clockOfMs(frame.ptsMs)}
                    <br />
                    {frame.sha256}
                  </figcaption>
                </figure>
              ))}
          </div>
        </section>
      )}
      <PrintCustody clipId={clip.id} />
      <footer>
        {t('print.made')} <Moment at={new Date(clip.updatedAt).toISOString()} />
      </footer>
    </article>
  );
}
