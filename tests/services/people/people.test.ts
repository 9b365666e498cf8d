import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/services/actor.ts';
import { changePerson } from '#app/services/people/change-person.ts';
import { type CreatedPerson, createPerson } from '#app/services/people/create-person.ts';
import { listPeople } from '#app/services/people/list-people.ts';
import type { StaffRole } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

let base: TestDatabase;
let ada: CreatedPerson;
let as: (actor: Actor) => ReturnType<typeof testContext>['ctx'];
beforeAll(async () => {
  base = await testDatabase();
  as = testContext(base.app.db).as;
  ada = await createPerson(as({ kind: 'system', name: 'seed' }), {
    name: 'Ada',
    email: 'ada@example.org',
    role: 'administrator',
  });
});
afterAll(() => base.drop());

const staff = (role: StaffRole, personId = ada.personId) => as({ kind: 'officer', personId, role });
const newcomer = { name: 'New', email: 'new@example.org', role: 'officer' } as const;

describe('the people who may sign in', () => {
  it.each(['officer', 'auditor'] as const)('are not added or changed by an %s', async (role) => {
    await expect(createPerson(staff(role), newcomer)).rejects.toMatchObject({ name: 'Forbidden' });
    const change = { change: 'disabled', personId: ada.personId } as const;
    expect(() => changePerson(staff(role), change)).toThrow('staff_role_required');
  });

  it('are not added by somebody who is not signed in', async () => {
    await expect(createPerson(as({ kind: 'anonymous' }), newcomer)).rejects.toMatchObject({
      name: 'Forbidden',
    });
  });

  it('are listed for administrator and auditor, not for officers', async () => {
    expect((await listPeople(staff('auditor'))).map(({ email }) => email)).toContain('ada@example.org');
    await expect(listPeople(staff('officer'))).rejects.toMatchObject({ name: 'Forbidden' });
  });

  it('have addresses of their own: the same one in capitals is refused', async () => {
    await createPerson(staff('administrator'), newcomer);
    const again = createPerson(staff('administrator'), { ...newcomer, email: 'NEW@example.org' });
    await expect(again).rejects.toMatchObject({ name: 'Conflict', code: 'email_taken' });
  });

  it('always include an administrator: the last one can neither be disabled nor demoted', async () => {
    const disable = changePerson(staff('administrator'), { change: 'disabled', personId: ada.personId });
    await expect(disable).rejects.toMatchObject({ code: 'last_administrator' });
    const demote = changePerson(staff('administrator'), {
      change: 'role',
      personId: ada.personId,
      role: 'auditor',
    });
    await expect(demote).rejects.toMatchObject({ code: 'last_administrator' });
  });

  it('refuses a short password', async () => {
    const short = createPerson(staff('administrator'), {
      ...newcomer,
      email: 's@example.org',
      password: 'short',
    });
    await expect(short).rejects.toMatchObject({ name: 'ZodError' });
  });
});
