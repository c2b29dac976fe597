import { Button, ButtonRow, Link, LoadingButton } from './buttons.tsx';
import { DateInput, Form, Input, NumberInput, SearchInput, Select, TextArea } from './fields.tsx';
import {
  Accordion,
  DescriptionList,
  DescriptionListItem,
  EmptyState,
  ErrorState,
  List,
  ProgressBar,
  Tile,
} from './groups.tsx';
import { AutoGrid, Box, Divider, Flex, Inline, Spacer } from './layout.tsx';
import { DialogBody, DialogFooter, Modal, Panel } from './overlay.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from './table.tsx';
import { Icon, StatusTag, Tag, Tooltip } from './tags.tsx';
import { Alert, Heading, LoadingSpinner, Text } from './text.tsx';
import { Checkbox, Toggle, ToggleGroup } from './toggles.tsx';

/** The SDK's components that a card of this product may use, by the name under which the SDK sends them. */
export const components = {
  Accordion,
  Alert,
  AutoGrid,
  Box,
  Button,
  ButtonRow,
  Checkbox,
  DateInput,
  DescriptionList,
  DescriptionListItem,
  Divider,
  EmptyState,
  ErrorState,
  Flex,
  Form,
  Heading,
  Icon,
  Inline,
  Input,
  Link,
  List,
  LoadingButton,
  LoadingSpinner,
  Modal,
  ModalBody: DialogBody,
  ModalFooter: DialogFooter,
  NumberInput,
  Panel,
  PanelBody: DialogBody,
  PanelFooter: DialogFooter,
  PanelSection: DialogBody,
  ProgressBar,
  SearchInput,
  Select,
  Spacer,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableFooter: TableBody,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
  TextArea,
  Tile,
  Toggle,
  ToggleGroup,
  Tooltip,
};
