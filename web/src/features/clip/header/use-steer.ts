import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { sayFault } from './say-fault';

/** Drives again what failed, or stops what runs. The clip's news tell how it goes on. */
export function useSteer(clipId: string) {
  const { t } = useTranslation('clip');
  const queries = useQueryClient();
  const params = { path: { id: clipId } };
  return useMutation({
    mutationFn: async (act: 'retry' | 'cancel') => {
      await (act === 'retry'
        ? answer(api.POST('/api/v1/clips/{id}/retry', { params }))
        : answer(api.POST('/api/v1/clips/{id}/cancel', { params })));
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.clip(clipId) }),
    onError: (error) => sayFault(error, t('menu.failed')),
  });
}
