//! What a download is made of in the store: its columns, and the tables that hang on it. From that the statements are made
//! that take one off the list, whole, and put it back.

use sqlx::SqlitePool;

/// The statements for the schema as it is.
#[derive(Debug)]
pub struct Shape {
    /// Copies the downloads of ?1 to the table of removed ones, at ?2 with the fate ?3.
    pub set_aside: String,
    /// Put those of ?1 back, table by table.
    pub restore: Vec<String>,
}

struct Table {
    name: String,
    columns: Vec<Column>,
    /// The column that names the download; none: it is the table of downloads itself.
    owner: Option<String>,
    has_rowid: bool,
}

struct Column {
    name: String,
    is_bytes: bool,
    default: Option<String>,
    /// Table and column of what it names; that may be gone when it comes back.
    names: Option<(String, String)>,
}

const DOWNLOADS: &str = "downloads";

impl Shape {
    pub async fn read(pool: &SqlitePool) -> sqlx::Result<Self> {
        let tables = tables(pool).await?;
        let parts: Vec<String> = tables.iter().map(kept).collect();
        let set_aside = format!(
            "INSERT OR REPLACE INTO removed (id, at, fate, kept) SELECT d.id, ?2, ?3, json_object({}) \
             FROM downloads AS d WHERE d.id IN (SELECT value FROM json_each(?1))",
            parts.join(", ")
        );
        Ok(Self { set_aside, restore: tables.iter().map(back).collect() })
    }
}

/// Of downloads first: all else names them.
async fn tables(pool: &SqlitePool) -> sqlx::Result<Vec<Table>> {
    let hanging = "SELECT DISTINCT t.name, f.\"from\", NOT t.wr FROM pragma_table_list AS t \
                   JOIN pragma_foreign_key_list(t.name) AS f \
                   WHERE t.schema = 'main' AND t.type = 'table' AND f.\"table\" = 'downloads' ORDER BY t.name";
    let hanging: Vec<(String, String, bool)> = sqlx::query_as(hanging).fetch_all(pool).await?;
    let mut tables = vec![Table {
        name: DOWNLOADS.to_owned(),
        columns: columns(pool, DOWNLOADS).await?,
        owner: None,
        has_rowid: true,
    }];
    for (name, owner, has_rowid) in hanging {
        let columns = columns(pool, &name).await?;
        tables.push(Table { name, columns, owner: Some(owner), has_rowid });
    }
    Ok(tables)
}

async fn columns(pool: &SqlitePool, table: &str) -> sqlx::Result<Vec<Column>> {
    let select = "SELECT c.name, c.type, c.dflt_value, f.\"table\", coalesce(f.\"to\", 'rowid') FROM pragma_table_info(?1) AS c \
                  LEFT JOIN pragma_foreign_key_list(?1) AS f ON f.\"from\" = c.name ORDER BY c.cid";
    type Told = (String, String, Option<String>, Option<String>, String);
    let told: Vec<Told> = sqlx::query_as(select).bind(table).fetch_all(pool).await?;
    let column = |(name, kind, default, table, to): Told| Column {
        name,
        is_bytes: kind.eq_ignore_ascii_case("BLOB"),
        default,
        names: table.map(|table| (table, to)),
    };
    Ok(told.into_iter().map(column).collect())
}

/// What is kept of `table` for the download `d`: its name and its rows.
fn kept(table: &Table) -> String {
    let value = |column: &Column, of: &str| {
        let name = &column.name;
        if column.is_bytes {
            format!("'{name}', hex({of}\"{name}\")")
        } else {
            format!("'{name}', {of}\"{name}\"")
        }
    };
    let object = |of: &str| {
        let values: Vec<String> = table.columns.iter().map(|column| value(column, of)).collect();
        format!("json_object({})", values.join(", "))
    };
    let name = &table.name;
    match &table.owner {
        None => format!("'{name}', json_array({})", object("d.")),
        Some(owner) => {
            let order = if table.has_rowid { " ORDER BY rowid" } else { "" };
            format!(
                "'{name}', json((SELECT json_group_array({}) FROM (SELECT * FROM \"{name}\" WHERE \"{owner}\" = d.id{order})))",
                object("")
            )
        }
    }
}

/// Puts back what was kept of `table`. A column that there was not then gets its default; so does one that names what is gone
/// meanwhile, unless the row means nothing without it.
fn back(table: &Table) -> String {
    let (name, is_own) = (&table.name, table.owner.is_none());
    let json = if is_own { "r.kept" } else { "new.value" };
    let mut wanted = String::new();
    let mut values = Vec::new();
    for column in &table.columns {
        let path = if is_own {
            format!("'$.{DOWNLOADS}[0].\"{}\"'", column.name)
        } else {
            format!("'$.\"{}\"'", column.name)
        };
        let kept = format!("{json} ->> {path}");
        let value = if column.is_bytes { format!("unhex({kept})") } else { format!("({kept})") };
        let default = column.default.as_deref().unwrap_or("NULL");
        let named = column.names.as_ref().filter(|(table, _)| table != DOWNLOADS);
        values.push(match named {
            Some((table, to)) if is_own => {
                format!(
                    "CASE WHEN {value} IN (SELECT \"{to}\" FROM \"{table}\") THEN {value} ELSE {default} END"
                )
            }
            Some((table, to)) => {
                wanted += &format!(" AND ({kept} IS NULL OR {value} IN (SELECT \"{to}\" FROM \"{table}\"))");
                value
            }
            None if column.default.is_some() => {
                format!("CASE WHEN json_type({json}, {path}) IS NULL THEN {default} ELSE {value} END")
            }
            None => value,
        });
    }
    let names: Vec<String> = table.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
    let (names, values) = (names.join(", "), values.join(", "));
    if is_own {
        return format!(
            "INSERT INTO \"{name}\" ({names}) SELECT {values} FROM removed AS r \
             WHERE r.id IN (SELECT value FROM json_each(?1))"
        );
    }
    format!(
        "INSERT OR IGNORE INTO \"{name}\" ({names}) SELECT {values} FROM removed AS r, json_each(r.kept, '$.{name}') AS new \
         WHERE r.id IN (SELECT value FROM json_each(?1)){wanted} ORDER BY r.id, new.key"
    )
}
