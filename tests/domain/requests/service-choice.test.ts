import { describe, expect, it } from 'vitest';
import { chooseService } from '#app/domain/requests/service-choice.ts';

const cloud = { id: 'cloud', policy: 'own' } as const;
const mail = { id: 'mail', policy: 'own' } as const;
const forum = { id: 'forum', policy: 'general' } as const;

describe('the service that a request is about', () => {
  it('is the one that was named, under its policy', () => {
    expect(chooseService([cloud, forum], 'forum')).toEqual({ serviceId: 'forum', policy: 'general' });
    expect(chooseService([cloud, forum], 'cloud')).toEqual({ serviceId: 'cloud', policy: 'own' });
  });

  it.each([['any'], [undefined], [''], ['gone']])('is any of them for the answer %j', (answer) => {
    expect(chooseService([cloud, forum], answer)).toEqual({ serviceId: null, policy: 'either' });
  });

  it('is under the one policy that all services have', () => {
    expect(chooseService([cloud, mail], 'any')).toEqual({ serviceId: null, policy: 'own' });
  });

  it('is nothing that anybody asks where there is one service or none', () => {
    expect(chooseService([], 'forum')).toEqual({ serviceId: null, policy: null });
    expect(chooseService([forum], 'forum')).toEqual({ serviceId: null, policy: null });
  });
});
