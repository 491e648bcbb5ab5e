//! From pressed keys to commands.

use egui::{Context, Event, Key, Modifiers};

use super::command;
use crate::app::{Action, Command, KeyScope, Keys, State, View, command_rows};

/// Keys that a text field keeps for itself.
const FIELD_KEYS: &[Command] = &[Command::Undo, Command::Redo, Command::CheckAllShown];

/// Keys that mean something else outside the table of claims.
const CHECK_KEYS: &[Command] = &[Command::CheckAllShown, Command::CheckDown, Command::CheckUp];

/// Runs the commands whose keys were pressed in this frame, and takes those keys from the frame.
pub(in crate::ui) fn dispatch(ctx: &Context, state: &State, actions: &mut Vec<Action>) {
    let in_field = ctx.text_edit_focused();
    let focused = ctx.memory(|memory| memory.focused().is_some());
    let rows = command_rows(&state.settings);
    let mut commands = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Some((key, modifiers)) = pressed(event) else {
                return true;
            };
            let mut fitting = rows
                .iter()
                .filter(|(_, keys)| keys.as_ref().is_some_and(|keys| fits(keys, key, modifiers)));
            let first = fitting.clone().next();
            // the same keys may mean something else where something else is selected
            let found = fitting.find(|(row, _)| holds(row.scope(), state)).or(first);
            let Some((row, _)) = found else { return true };
            let plain = !modifiers.command && !modifiers.alt && !is_function_key(key);
            let left_to_field = in_field && (plain || FIELD_KEYS.contains(&row.command));
            let left_to_control = focused && key == Key::Enter;
            // There Enter opens the card of the mark.
            let left_to_reader = row.command == Command::OpenInRead && state.view == View::Read;
            let left_to_view = CHECK_KEYS.contains(&row.command) && state.view != View::Review;
            if left_to_field || left_to_control || left_to_reader || left_to_view {
                return true;
            }
            commands.push(row.command);
            false
        });
    });
    for command in commands {
        command::run(command, ctx, state, actions);
    }
}

/// True where keys of a scope can mean something now.
fn holds(scope: KeyScope, state: &State) -> bool {
    match scope {
        KeyScope::Everywhere => true,
        KeyScope::ClaimInRead => command::is_claim_in_read(state),
        KeyScope::Name => !command::is_claim_in_read(state) && state.view != View::Compare,
        KeyScope::Charts => state.view == View::Compare,
    }
}

fn pressed(event: &Event) -> Option<(Key, Modifiers)> {
    match event {
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => Some((*key, *modifiers)),
        _ => None,
    }
}

fn is_function_key(key: Key) -> bool {
    let name = key.name();
    name.len() > 1 && name.starts_with('F')
}

/// The key of a name in the settings file.
fn key_of(name: &str) -> Option<Key> {
    Key::from_name(name).or_else(|| Key::from_name(&name.to_uppercase()))
}

fn fits(keys: &Keys, key: Key, modifiers: Modifiers) -> bool {
    let Some(wanted) = key_of(&keys.key) else { return false };
    // Plus lies on a shifted key on many keyboards.
    let (same, shift_free) = match wanted {
        Key::Plus => (matches!(key, Key::Plus | Key::Equals), true),
        other => (other == key, false),
    };
    same && keys.ctrl == modifiers.command && keys.alt == modifiers.alt && (shift_free || keys.shift == modifiers.shift)
}

/// The keys of an event as the settings file writes them; `None` for modifiers alone.
pub(in crate::ui) fn written(event: &Event) -> Option<String> {
    let (key, modifiers) = pressed(event)?;
    let mut words = String::new();
    for (on, word) in [
        (modifiers.command, "Ctrl+"),
        (modifiers.shift, "Shift+"),
        (modifiers.alt, "Alt+"),
    ] {
        if on {
            words.push_str(word);
        }
    }
    words.push_str(key.name());
    Some(words)
}
