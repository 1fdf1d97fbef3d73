// Arabic words of the keys.
import type { Messages } from "../en";
import { name } from "../text";

export const keyboard: Messages["keyboard"] = {
  actions: "مفاتيح كل الإجراءات",
  action: "الإجراء",
  keys: "المفاتيح",
  none: "بلا مفاتيح",
  press: "اضغط على المفاتيح الجديدة…",
  add: (action) => `إضافة مفاتيح إلى «${name(action)}»`,
  remove: (keys, action) => `إزالة ${name(keys)} من «${name(action)}»`,
  reset: (action) => `استعادة مفاتيح «${name(action)}»`,
  resetAll: "استعادة كل المفاتيح",
  conflict: (keys, action) => `${name(keys)} مخصص بالفعل للإجراء «${name(action)}».`,
  take: "استخدامه هنا",
  cancel: "إلغاء",
  reserved: (keys) => `ينقل ${name(keys)} التركيز ولا يمكن تخصيصه.`,
  search: "البحث عن اختصار",
  nothing: (text) => `لا يوجد اختصار يطابق «${name(text)}».`,
  print: "طباعة",
  change: "تغيير المفاتيح…",
  fixedGroup: "في القائمة",
  fixed: {
    move: "نقل التركيز والتحديد",
    extend: "توسيع التحديد",
    focus: "نقل التركيز فقط",
    space: "تحديد أو إلغاء التحديد، إيقاف مؤقت أو استئناف",
    buttons: "إلى أزرار الصف والعودة منها",
    letters: "الانتقال إلى الاسم التالي الذي يبدأ بذلك",
    menu: "قائمة العنصر الذي عليه التركيز",
    escape: "إغلاق، مسح البحث، إلغاء التحديد",
  },
  menuKey: "القائمة",
};
