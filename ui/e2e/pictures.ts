// Where pictures of the window are kept: `test-results/pictures`, by names that stay. The folder is emptied when a run begins.
import type { Page } from "@playwright/test";
import { test } from "@playwright/test";
import { join } from "node:path";

export function takePicture(page: Page, name: string): Promise<Buffer> {
  return page.screenshot({ path: join(test.info().project.outputDir, "pictures", `${name}.png`) });
}
