import { Button, Select, TextArea, Toggle } from './controls.tsx';
import { Box, Divider, Flex } from './layout.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from './table.tsx';
import { Alert, Heading, LoadingSpinner, Text } from './text.tsx';

/** Every component of the SDK that this product's cards use, by the name under which the SDK sends it. */
export const components = {
  Alert,
  Box,
  Button,
  Divider,
  Flex,
  Heading,
  LoadingSpinner,
  Select,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
  TextArea,
  Toggle,
};
