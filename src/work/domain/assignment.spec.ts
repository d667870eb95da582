import { describe, expect, it } from '@jest/globals';
import { judgeAssignment } from './assignment.js';

const [me, colleague, third] = ['me', 'colleague', 'third'];

describe('a reviewer', () => {
  it.each([
    ['takes a free clip', null, me, null],
    ['hands over their own', me, colleague, null],
    ['puts their own back', me, null, null],
    ['asks for what already is', colleague, colleague, null],
    ['assigns a colleague to a free clip', null, colleague, 'role_too_low'],
    ['takes away what a colleague holds', colleague, me, 'already_assigned'],
    ['frees what a colleague holds', colleague, null, 'role_too_low'],
    ['moves a clip between two others', colleague, third, 'role_too_low'],
  ])('%s', (_name, present, asked, refusal) => {
    expect(judgeAssignment({ role: 'reviewer', actorId: me, present, asked })).toBe(refusal);
  });
});

describe('a lead', () => {
  it.each([
    [null, colleague],
    [colleague, me],
    [colleague, third],
    [colleague, null],
  ])('assigns from %s to %s', (present, asked) => {
    expect(judgeAssignment({ role: 'lead', actorId: me, present, asked })).toBeNull();
  });
});
