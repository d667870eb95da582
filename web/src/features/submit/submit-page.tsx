import { Page } from '@/ui/page';

export function SubmitPage() {
  return <Page title="Submit">{null}</Page>;
}
