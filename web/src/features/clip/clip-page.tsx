import { Page } from '@/ui/page';

export function ClipPage() {
  return <Page title="Clip">{null}</Page>;
}
