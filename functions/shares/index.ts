export { limits, type NewShare, type Share, type ShareState, stateOf } from './share.ts';
export { type CreatedShare, Shares, sharesPrefix } from './shares.ts';
export type { ShareColours, ShareWording } from './wording.ts';
