//! Writes the commands and their types down for the page, and checks that what is committed is what they are.

use specta::datatype::DataType;
use specta_typescript::Typescript;
use std::path::Path;
use tauri_specta::{BuilderConfiguration, LanguageExt};

/// TypeScript in which every field is there.
///
/// Settings and options of other versions may lack a field, and its default is taken. That concerns what is read from
/// disk: between page and shell all fields are always sent, both ways, so the page need not ask whether one is there.
struct Complete(Typescript);

impl LanguageExt for Complete {
    type Error = specta_typescript::Error;

    fn export(self, config: &BuilderConfiguration, path: &Path) -> Result<(), Self::Error> {
        let mut config = config.clone();
        config.types.iter_mut(|named| {
            if let Some(DataType::Struct(fields)) = &mut named.ty {
                fields.attributes.remove("serde:container:default");
            }
        });
        self.0.export(&config, path)
    }
}

/// With `HAUL_WRITE_BINDINGS` set, which is what `make bindings` does, the file is written instead of compared.
#[test]
fn bindings_are_committed() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/lib/bindings.ts");
    if std::env::var_os("HAUL_WRITE_BINDINGS").is_some() {
        return write(&committed);
    }
    let made = std::env::temp_dir().join(format!("haul-bindings-{}.ts", std::process::id()));
    write(&made);
    let text = std::fs::read_to_string(&made).unwrap();
    std::fs::remove_file(&made).unwrap();
    let committed = std::fs::read_to_string(committed).unwrap_or_default();
    assert!(text == committed, "ui/src/lib/bindings.ts is not what the commands are: run `make bindings`");
}

fn write(path: &Path) {
    crate::commands::all().export(Complete(Typescript::default()), path).unwrap();
}
