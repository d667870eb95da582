import { Button, Collapse } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useWorkspace } from '@/workspace/workspace';
import type { Calculation } from '../place/finding-request';
import { KeepFinding } from '../place/keep-finding';

interface Props {
  readonly title: string;
  readonly calculation: Calculation;
  readonly calculated: string;
}

/** Keeps what was calculated as a finding, in the person's own words. */
export function KeepSun({ title, calculation, calculated }: Props) {
  const { clip } = useWorkspace();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  return (
    <div>
      <Button variant="default" size="compact-sm" mih={24} onClick={toggle} aria-expanded={isOpen} mb="xs">
        {title}
      </Button>
      <Collapse expanded={isOpen}>
        {isOpen && (
          <KeepFinding
            check="chronolocation"
            claims={clip.claims.filter(({ type }) => type === 'time' || type === 'location')}
            foundValue={null}
            calculation={calculation}
            calculated={calculated}
            onKept={close}
          />
        )}
      </Collapse>
    </div>
  );
}
