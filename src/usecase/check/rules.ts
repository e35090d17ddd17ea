import type { Rule } from './rule.ts';
import { r01 } from './r01-list.ts';
import { r02 } from './r02-words.ts';
import { r03 } from './r03-signature.ts';
import { r04 } from './r04-amounts.ts';
import { r05 } from './r05-unpaid.ts';
import { r06 } from './r06-person.ts';
import { r07 } from './r07-household.ts';
import { r08 } from './r08-leaver.ts';
import { r09 } from './r09-level.ts';
import { r10 } from './r10-home.ts';
import { r11 } from './r11-purpose.ts';
import { r12 } from './r12-cash.ts';
import { r13 } from './r13-voucher.ts';
import { r14 } from './r14-remittance.ts';
import { r15 } from './r15-bank.ts';
import { r16 } from './r16-consolidated.ts';
import { r17 } from './r17-opening.ts';
import { r18 } from './r18-share.ts';
import { r19 } from './r19-magnitude.ts';
import { r20 } from './r20-header.ts';
import { r21 } from './r21-period.ts';
import { r22 } from './r22-officers.ts';
import { r23 } from './r23-advance.ts';
import { r24 } from './r24-sensitive.ts';
import { r25 } from './r25-chain.ts';
import { r26 } from './r26-balance.ts';
import { r27 } from './r27-goods.ts';
import { r28 } from './r28-loan.ts';
import { r29 } from './r29-paper.ts';

/** Every rule, in the order of its code. */
export const RULES: readonly Rule[] = [
  r01,
  r02,
  r03,
  r04,
  r05,
  r06,
  r07,
  r08,
  r09,
  r10,
  r11,
  r12,
  r13,
  r14,
  r15,
  r16,
  r17,
  r18,
  r19,
  r20,
  r21,
  r22,
  r23,
  r24,
  r25,
  r26,
  r27,
  r28,
  r29,
];
