import { Page } from '@/ui/page';

export function SetupPage() {
  return <Page title="Setup">{null}</Page>;
}
