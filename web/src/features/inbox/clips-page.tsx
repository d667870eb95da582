import { Page } from '@/ui/page';

export function ClipsPage() {
  return <Page title="Clips">{null}</Page>;
}
