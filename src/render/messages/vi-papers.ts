import type { Milestone, PaperKind } from '../../domain/paper.ts';

/** Papers of a dossier, inside a sentence. */
export const PAPER_NAMES: { readonly [P in PaperKind]: string } = {
  application: 'đơn đề nghị',
  commune: 'giấy xác nhận của xã',
  letter: 'công văn đề nghị của CĐCS',
  review: 'biên bản họp xét',
  survey: 'biên bản khảo sát',
  land: 'giấy tờ đất',
  identity: 'giấy tờ tùy thân',
  discharge: 'giấy ra viện',
  death: 'giấy chứng tử',
  marriage: 'giấy chứng nhận kết hôn',
  birth: 'giấy khai sinh',
  damage: 'biên bản thiệt hại',
  start: 'biên bản khởi công',
  foundation: 'biên bản xong móng',
  roof: 'biên bản xong mái',
  acceptance: 'biên bản nghiệm thu',
  handover: 'biên bản bàn giao',
};

/** Milestones of a house, inside a sentence. */
export const MILESTONE_NAMES: { readonly [M in Milestone]: string } = {
  start: 'khởi công',
  foundation: 'xong móng',
  roof: 'xong mái',
  acceptance: 'nghiệm thu',
  handover: 'bàn giao',
};
