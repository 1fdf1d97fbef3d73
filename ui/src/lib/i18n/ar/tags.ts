// Arabic words of tags, kinds and notes: what a person says of downloads.
import type { Messages } from "../en";
import { name, words } from "../text";
import { number, ofDownloads } from "./grammar";

export const tags: Messages["tags"] = {
  remove: "حذف الوسم",
  put: (count, tag) => `تمت إضافة الوسم «${name(tag)}» إلى ${ofDownloads(count)}`,
  took: (count, tag) => `تمت إزالة الوسم «${name(tag)}» من ${ofDownloads(count)}`,
  made: (tag) => `تم إنشاء الوسم «${name(tag)}»`,
  renamed: (from, to) => `تمت إعادة تسمية الوسم «${name(from)}» إلى «${name(to)}»`,
  coloured: (tag) => `تم تغيير لون الوسم «${name(tag)}»`,
  removed: (tag, count) =>
    count === 0 ? `تم حذف الوسم «${name(tag)}»` : `تم حذف الوسم «${name(tag)}» بعد أن كان على ${ofDownloads(count)}`,
  kindSet: (count, kind) => `تم تغيير نوع ${ofDownloads(count)} إلى «${name(kind)}»`,
  kindReset: (count) => `أصبح نوع ${ofDownloads(count)} حسب الاسم والمحتوى`,
  byItself: "حسب الاسم والمحتوى",
  editKind: "تحرير النوع…",
  newKind: "نوع جديد…",
  onto: (count, tag) => `إضافة الوسم «${name(tag)}» إلى ${ofDownloads(count)}`,
  ontoKind: (count, kind) => `تغيير نوع ${ofDownloads(count)} إلى «${name(kind)}»`,
  links: (tag) => `إضافة مع الوسم «${name(tag)}»`,
  linksKind: (kind) => `إضافة من النوع «${name(kind)}»`,
  noted: "تم تغيير الملاحظة",
  unnoted: "تمت إزالة الملاحظة",
  addNote: "إضافة ملاحظة…",
  editNote: "تحرير الملاحظة…",
  empty: words("لا شيء يحمل هذا الوسم", "اسحب التنزيلات إليه، أو اختره من قائمتها."),
  emptyKind: words("لم يعد هناك شيء من هذا النوع", "ما كان منه غادر القائمة، أو أصبح من نوع آخر."),
};

export const tagForm: Messages["tagForm"] = {
  newTitle: "وسم جديد",
  title: (tag) => `الوسم «${name(tag)}»`,
  name: "الاسم",
  hint: "مثل: للقراءة",
  create: "إنشاء الوسم",
  bad: "اكتب اسمًا من حرف إلى 50 حرفًا في سطر واحد.",
  merges: (tag) => `هناك وسم «${name(tag)}» بالفعل: ما يحمل أحدهما سيحمل هذا الوسم.`,
};

export const noteForm: Messages["noteForm"] = {
  title: (file) => `ملاحظة على ${name(file)}`,
  label: "ملاحظة",
  sentence: "أنت وحدك تراها. ويجد البحث ما تكتبه.",
  tooLong: (most) => `الحد الأقصى للملاحظة: ${number(most)} من الأحرف.`,
};
