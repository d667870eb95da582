import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { VeilNotice } from '@/safety/veil-notice';
import { useWorkspace } from '@/workspace/workspace';
import classes from './stage.module.css';

/** Why a keyframe stands in the film's place. */
export type StillReason = 'veiled' | 'missing' | 'unplayable';

/** Lies over the lower part of the keyframe, so that nothing jumps when the film takes its place. */
export function StageNotice({ reason }: { readonly reason: StillReason }) {
  const { i18n } = useTranslation();
  const { t } = useTranslation('clip');
  const { clip } = useWorkspace();
  return (
    <div className={classes['notice']} dir={i18n.dir()}>
      {reason === 'veiled' ? (
        <VeilNotice clip={clip} />
      ) : (
        <Alert color="yellow" py="xs" role="status">
          <Text size="sm">{t(reason === 'missing' ? 'still.missing' : 'still.unplayable')}</Text>
        </Alert>
      )}
    </div>
  );
}
