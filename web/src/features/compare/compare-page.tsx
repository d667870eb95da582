import { Page } from '@/ui/page';

export function ComparePage() {
  return <Page title="Compare">{null}</Page>;
}
