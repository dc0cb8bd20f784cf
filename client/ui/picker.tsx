import { Button } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select, SelectValue } from "react-aria-components/Select";

interface PickerProps<T extends string> {
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[];
  readonly placeholder?: string;
  readonly onChange: (value: T) => void;
}

/** One of several, with its label before it. */
export function Picker<T extends string>({
  label,
  value,
  options,
  placeholder = "",
  onChange,
}: PickerProps<T>) {
  return (
    <Select
      className="picker"
      value={value}
      placeholder={placeholder}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      <Label className="picker-label">{label}</Label>
      <Button className="picker-button">
        <SelectValue className="picker-value" />
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="m4 6 4 4 4-4" />
        </svg>
      </Button>
      <Popover className="popover">
        <ListBox className="menu">
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} className="menu-item" textValue={option.label}>
              {option.label}
              {option.hint !== undefined && <span className="secondary"> {option.hint}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
