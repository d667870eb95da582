import { Page } from '@/ui/page';

export function WallPage() {
  return <Page title="Wall">{null}</Page>;
}
