import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/page';
import { ClipList } from './clip-list';
import { FilterBar } from './filter-bar';
import { FilterChips } from './filter-chips';
import { SavedViews } from './saved-views';
import { useListAddress } from './use-list-address';

/** Every clip that the reader may see, by any of the filters that the desk knows. */
export function ClipsPage() {
  const { t } = useTranslation('inbox');
  const address = useListAddress();
  return (
    <Page title={t('clips')} actions={<SavedViews address={address} />}>
      <FilterBar address={address} />
      <FilterChips address={address} />
      {/* Another question is another list: nothing of the one before is selected or remembered in it. */}
      <ClipList key={address.query} address={address} />
    </Page>
  );
}
