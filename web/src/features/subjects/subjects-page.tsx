import { Page } from '@/ui/page';

export function SubjectsPage() {
  return <Page title="Subjects">{null}</Page>;
}
