import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/keys';
import { useMe } from '@/api/queries';
import { changeClip } from './bulk-run';
import type { InboxItem } from './inbox-groups';
import { inboxKey } from './inbox-query';

/** Assigns a clip to whoever asks and opens it. Somebody else may have been quicker: then the inbox is asked anew. */
export function useTake() {
  const { t } = useTranslation('inbox');
  const { data: me } = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const taking = useMutation({
    mutationFn: async (item: InboxItem) =>
      item.assigneeId === me?.userId || me === undefined
        ? { clip: undefined, why: undefined }
        : changeClip(item.id, { assigneeId: me.userId }),
    onSuccess: ({ clip, why }, item) => {
      void queries.invalidateQueries({ queryKey: inboxKey });
      if (why !== undefined) {
        notifications.show({ color: 'red', message: why, closeButtonProps: { 'aria-label': t('close') } });
        return;
      }
      if (clip !== undefined) queries.setQueryData(keys.clip(clip.id), clip);
      void navigate({ to: '/clips/$clipId', params: { clipId: item.id } });
    },
  });
  return { take: (item: InboxItem) => taking.mutate(item), isTaking: taking.isPending };
}
