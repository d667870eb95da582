import { Page } from '@/ui/page';

export function MapPage() {
  return <Page title="Map">{null}</Page>;
}
