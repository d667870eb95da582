import type { Executor } from '../platform/db/database.js';

/** Which of these people may work on the case: enabled members, reviewer or lead. */
export async function listReviewers(
  on: Executor,
  caseId: string,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await on
    .selectFrom('case_member')
    .innerJoin('app_user', 'app_user.id', 'case_member.user_id')
    .select('case_member.user_id')
    .where('case_id', '=', caseId)
    .where('user_id', 'in', [...userIds])
    .where('role', 'in', ['reviewer', 'lead'])
    .where('disabled_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.user_id));
}
