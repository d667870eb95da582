export interface AssignmentWish {
  readonly role: 'reviewer' | 'lead';
  readonly actorId: string;
  readonly present: string | null;
  readonly asked: string | null;
}

export type AssignmentRefusal = 'role_too_low' | 'already_assigned';

/**
 * May this person assign the clip so? A lead may assign anybody; a reviewer takes a clip that nobody holds, hands over their
 * own, or puts it back. Whether `asked` may work on the case at all is asked elsewhere.
 */
export function judgeAssignment(wish: AssignmentWish): AssignmentRefusal | null {
  const { role, actorId, present, asked } = wish;
  if (role === 'lead' || asked === present || present === actorId) return null;
  if (asked !== actorId) return 'role_too_low';
  return present === null ? null : 'already_assigned';
}
