import { Page } from '@/ui/page';

export function SubjectPage() {
  return <Page title="Subject">{null}</Page>;
}
