// How Chinese counts.
import { grammar } from "../grammar";

export const chinese = grammar("zh-Hans", ["other"]);
export const { number, list } = chinese;

export const downloads = (count: number) => `${number(count)} 个任务`;
export const files = (count: number) => `${number(count)} 个文件`;

export const links = (count: number) => `${number(count)} 个链接`;
