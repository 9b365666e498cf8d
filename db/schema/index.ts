export * from './addenda.ts';
export * from './audit.ts';
export * from './correspondence.ts';
export * from './disclosure.ts';
export * from './identity.ts';
export * from './organisation.ts';
export * from './people.ts';
export * from './requests.ts';
